package cn.lantai.server.opening;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Successor;
import cn.lantai.evidence.RelationKind;
import cn.lantai.journal.Journal;
import cn.lantai.opening.Opening;
import cn.lantai.opening.Openings;
import cn.lantai.opening.Outcome;
import cn.lantai.search.Summary;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.DateWording;
import cn.lantai.table.CellText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The list of what was opened, as it is announced (开放档案目录): RFC 4180, in UTF-8 with a byte order
 * mark, so that spreadsheets open it.
 */
@RequestScoped
public class OpenedCatalogue {

  private static final int AT_ONCE = 500;
  private static final int MOST = 100_000;

  @Inject Openings openings;
  @Inject OpeningDesk desk;
  @Inject Journal journal;
  @Inject Visitor visitor;

  private final DateWording dates = new DateWording(true);

  /**
   * What was opened by two signatures, is still open and may be seen, in the order of the
   * decisions.
   *
   * @param archive the key of an archive; empty for all
   */
  Response download(String archive) {
    if (!archive.isEmpty()) {
      desk.archive(archive);
    }
    return Response.ok(csv(archive, visitor.rights()), "text/csv;charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"opened.csv\";"
                + " filename*=UTF-8''%E5%BC%80%E6%94%BE%E6%A1%A3%E6%A1%88%E7%9B%AE%E5%BD%95.csv")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  private String csv(String archive, Rights rights) {
    StringWriter text = new StringWriter();
    text.write('\uFEFF');
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord("档号", "题名", "日期", "责任者", "审核日期");
      Set<EntityIri> done = new HashSet<>();
      long after = 0;
      List<Opening> some = some(archive, after);
      while (!some.isEmpty() && done.size() < MOST) {
        for (Opening each : some) {
          if (rights.may(Permission.SEE, each.record()) && done.add(each.record())) {
            print(each, csv);
          }
        }
        after = some.get(some.size() - 1).id();
        some = some(archive, after);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private List<Opening> some(String archive, long after) {
    return openings.decided(archive, Optional.of(Outcome.OPEN), after, AT_ONCE);
  }

  private void print(Opening opening, CSVPrinter csv) throws IOException {
    ArchivalRecord record =
        journal
            .current(opening.record())
            .filter(graph -> !Successor.isStub(graph))
            .map(ArchivalRecord::of)
            .filter(each -> each.access() == AccessState.OPEN)
            .orElse(null);
    if (record == null) {
      return;
    }
    List<EntityIri> creators = record.related(RelationKind.CREATOR);
    Map<EntityIri, Summary> names = desk.index().summaries(creators);
    csv.printRecord(
        CellText.guarded(record.code().value()),
        CellText.guarded(record.title().zh().replace("|", "")),
        CellText.guarded(record.date().map(this::wording).orElse("")),
        CellText.guarded(
            creators.stream()
                .filter(names::containsKey)
                .map(creator -> names.get(creator).title().zh())
                .collect(Collectors.joining("；"))),
        opening
            .decided()
            .map(at -> LocalDate.ofInstant(at, ZoneId.systemDefault()).toString())
            .orElse(""));
  }

  private String wording(HistoricalDate date) {
    return dates.of(date);
  }
}
