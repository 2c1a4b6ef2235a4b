//! Paper: scenes and reports as PDF, SVG and PNG, and figures as workbooks.
