## 期间

period-half-1 = { $year } 上半年
period-half-2 = { $year } 下半年
period-half-1-short = { $year } 上
period-half-2-short = { $year } 下
period-quarter = { $year } 年第 { $part } 季度
period-month = { $year } 年 { $part } 月
period-year = { $year } 年
