"""The tables of the Scores tab in Polars, from a frame in memory: tables.py FILE ROUNDS.

FILE: a byte an answer, column after column, 255 for none; 28 items on 5-1, then 12 to split by.
"""
import statistics, sys, time
import polars as pl

RETURNS, SCORED, SPLITS, DIMENSIONS = 1_000_000, 28, 12, 8
data = open(sys.argv[1], "rb").read()
columns = {}
for at in range(SCORED + SPLITS):
    codes = pl.Series(data[at * RETURNS:(at + 1) * RETURNS] and memoryview(data)[at * RETURNS:(at + 1) * RETURNS].tolist(), dtype=pl.UInt8)
    columns[f"i{at}"] = pl.select(pl.when(codes == 255).then(None).otherwise(codes)).to_series()
frame = pl.DataFrame(columns)


def tables():
    items = [f"i{at}" for at in range(SCORED)]
    percent = frame.lazy().with_columns([((5 - pl.col(item).cast(pl.Float64)) * 20).alias("p" + item) for item in items])
    below = lambda at: [f"pi{item}" for item in range(SCORED) if item % DIMENSIONS == at]
    half = lambda at: pl.sum_horizontal([pl.col(item).is_not_null() for item in below(at)]) * 2 >= len(below(at))
    dims = percent.with_columns([pl.when(half(at)).then(pl.mean_horizontal(below(at))).alias(f"d{at}") for at in range(DIMENSIONS)])
    weight = sum(pl.when(pl.col(f"d{at}").is_not_null()).then(at + 1.0).otherwise(0.0) for at in range(DIMENSIONS))
    index = dims.with_columns((sum(pl.col(f"d{at}").fill_null(0) * (at + 1.0) for at in range(DIMENSIONS)) / weight).alias("index"))
    names = ["p" + item for item in items] + [f"d{at}" for at in range(DIMENSIONS)] + ["index"]
    one = index.select([pl.col(n).mean().alias(n + "m") for n in names] + [pl.col(n).std().alias(n + "s") for n in names] + [pl.col(n).count().alias(n + "n") for n in names]).collect()
    counts = [frame[name].value_counts() for name in frame.columns]
    return one, counts


times = []
for _ in range(int(sys.argv[2])):
    start = time.perf_counter(); tables(); times.append((time.perf_counter() - start) * 1e3)
print(f"  Polars, same tables {statistics.median(times):6.0f} ms")
