import Testing
import Workbooks

@Suite("Workbook")
struct WorkbookTests {
}
