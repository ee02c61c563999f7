package cn.lantai.server.audit;

import cn.lantai.table.CellText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows of the log as a table for spreadsheets, newest first. */
final class AuditTable {

  private static final int PAGE = 1000;

  private final AuditLog log;

  AuditTable(AuditLog log) {
    this.log = log;
  }

  /** Writes what there is before a number; rows are read in pages, so memory holds few. */
  void write(AuditFilter filter, long before, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write('\uFEFF');
    CSVPrinter table = new CSVPrinter(text, CSVFormat.RFC4180);
    table.printRecord(
        "编号 number",
        "时间 time",
        "身份 way",
        "账号 account",
        "地址 address",
        "行为 action",
        "对象 object",
        "结果 outcome",
        "次数 times",
        "详情 detail",
        "摘要 hash");
    long next = before;
    List<AuditEntry> page;
    do {
      page = log.find(filter, next, PAGE);
      for (AuditEntry row : page) {
        table.printRecord(
            row.number(),
            row.at(),
            row.actor().way(),
            CellText.guarded(row.actor().who()),
            CellText.guarded(row.actor().address()),
            CellText.guarded(row.action()),
            CellText.guarded(row.object()),
            row.outcome(),
            row.times(),
            CellText.guarded(detail(row)),
            row.hash());
        next = row.number();
      }
      table.flush();
    } while (page.size() == PAGE);
  }

  private static String detail(AuditEntry row) {
    return String.join(
        "\n",
        row.detail().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .toList());
  }
}
