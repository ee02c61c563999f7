package cn.lantai.server.loans;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.curation.ProfileViolationException;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.EditConflictException;
import cn.lantai.journal.Journal;
import cn.lantai.loan.Loan;
import cn.lantai.loan.ManifestReader;
import cn.lantai.loan.UnreadableManifestException;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.Settings;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Visitor;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Takes in what another institution lends: the one way in for pages and programs. */
@ApplicationScoped
public class LoanDesk {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Inject ManifestFetch fetch;
  @Inject StageStores stores;
  @Inject Curation curation;
  @Inject Journal journal;
  @Inject Settings settings;
  @Inject Visitor visitor;

  /**
   * What was taken in.
   *
   * @param isNew false if it was here already; then nothing was changed
   * @param notes what was left out of the manifest
   */
  public record Borrowed(EntityIri loan, boolean isNew, List<LocalizedText> notes) {}

  /**
   * @param manifest as text; if it is blank the address is asked for it
   */
  public Borrowed borrow(String manifest, String address, Author author)
      throws LoanRefusedException {
    if (manifest.isBlank() && address.isBlank()) {
      throw new LoanRefusedException(
          "请先粘贴 manifest 的内容，或选一个文件", "Paste the manifest, or choose a file");
    }
    ManifestReader.Result read = read(manifest.isBlank() ? fetch.fetch(address.strip()) : manifest);
    Loan loan = read.loan();
    String base = settings.baseUrl() + "/";
    if (loan.manifest().startsWith(base)) {
      throw new LoanRefusedException(
          "这是本馆自己的档案，请用上面的检索加入", "This is of this archive itself; find it by the search above");
    }
    if (settings.isHttps() && loan.pictures().anyMatch(picture -> picture.startsWith("http:"))) {
      throw new LoanRefusedException(
          "对方的图像只有 http 网址，本站用 https，浏览器不会显示。请对方提供 https 网址",
          "The images have addresses by http, and this site is seen by https: browsers would not"
              + " show them. Ask the holder for addresses by https");
    }
    return save(loan, read.notes(), author);
  }

  private static ManifestReader.Result read(String json) throws LoanRefusedException {
    try {
      return ManifestReader.read(json.startsWith("\uFEFF") ? json.substring(1) : json);
    } catch (UnreadableManifestException unreadable) {
      throw new LoanRefusedException(unreadable.sentence());
    }
  }

  private Borrowed save(Loan loan, List<LocalizedText> notes, Author author)
      throws LoanRefusedException {
    if (journal.current(loan.iri()).isPresent()) {
      return new Borrowed(loan.iri(), false, List.of());
    }
    EntityGraph graph = loan.toGraph();
    visitor.rights().require(Permission.DESCRIBE, graph);
    try {
      curation.save(graph, 0, author);
      awaitStage();
      return new Borrowed(loan.iri(), true, notes);
    } catch (EditConflictException meanwhile) {
      return new Borrowed(loan.iri(), false, List.of());
    } catch (ProfileViolationException refused) {
      throw new LoanRefusedException(
          refused.violations().stream().map(Violation::zh).collect(Collectors.joining("；")),
          refused.violations().stream().map(Violation::en).collect(Collectors.joining("; ")));
    }
  }

  /** What is shown next is read from the stage; if that is late, it says so less well. */
  private void awaitStage() {
    try {
      stores.awaitHead(StageKind.WORKING, PATIENCE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
