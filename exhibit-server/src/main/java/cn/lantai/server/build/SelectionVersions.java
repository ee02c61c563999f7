package cn.lantai.server.build;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.DraftDifference;
import cn.lantai.selection.draft.Piece;
import cn.lantai.server.render.Language;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.VersionsView;
import cn.lantai.table.DraftSheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In what two versions of a selection differ, in the reader's words. */
@ApplicationScoped
public class SelectionVersions {

  @Inject DraftDesk desk;
  @Inject StageStores stores;

  /**
   * @param piece the id of what was changed, in the later version; of what is gone, in the earlier
   */
  public record Change(
      VersionsView.Happened happened, Text what, String piece, List<VersionsView.Cell> cells) {}

  /**
   * @param title of the later version
   * @param blocks what the sections and blocks of the later version are called, by their ids
   */
  public record Difference(Text title, List<Change> changes, Map<String, Text> blocks) {}

  /**
   * @param from the row of the earlier version; 0 for nothing at all
   * @param rights what these do not let the reader see has no name
   * @return empty if one of them is no version, or none that the builder can hold
   */
  public Optional<Difference> between(
      EntityIri entity, long from, long to, Language language, Rights rights) {
    Optional<Draft> before =
        from == 0 ? Optional.of(DraftSheet.empty(entity)) : desk.draft(entity, from);
    Optional<Draft> after = desk.draft(entity, to);
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(between(before.get(), after.get(), language, rights));
  }

  private Difference between(Draft before, Draft after, Language language, Rights rights) {
    DraftWording words = wording(before, after, language, rights);
    DraftDifference difference = DraftDifference.of(before, after);
    Draft later = difference.later();
    Map<String, Text> blocks = new LinkedHashMap<>();
    for (Piece section : after.whole().pieces()) {
      blocks.put(section.id(), words.place(after, section));
      section.pieces().forEach(block -> blocks.put(block.id(), words.place(after, block)));
    }
    Map<String, String> ids = new HashMap<>();
    pair(later.whole(), after.whole(), ids);
    return new Difference(
        Text.title("zh-Hans", after.whole().cell("题名")),
        difference.changes().stream()
            .map(change -> change(change, before, later, ids, words))
            .toList(),
        blocks);
  }

  /** The later version has the ids of the earlier one; what it was called before is needed too. */
  private static void pair(Piece aligned, Piece own, Map<String, String> ids) {
    ids.put(aligned.id(), own.id());
    for (int i = 0; i < aligned.pieces().size(); i++) {
      pair(aligned.pieces().get(i), own.pieces().get(i), ids);
    }
  }

  private DraftWording wording(Draft before, Draft after, Language language, Rights rights) {
    Set<EntityIri> mentioned = new HashSet<>();
    for (Draft draft : List.of(before, after)) {
      desk.read(draft, rights).mentions().stream()
          .map(DraftSheet.Mention::target)
          .forEach(mentioned::add);
    }
    Map<EntityIri, LocalizedText> names = new HashMap<>();
    stores.names(rights).of(mentioned).forEach((iri, name) -> names.put(iri, name.title()));
    return new DraftWording(language, names);
  }

  private static Change change(
      DraftDifference.Change change,
      Draft before,
      Draft later,
      Map<String, String> ids,
      DraftWording words) {
    Draft holder = change.after().isPresent() ? later : before;
    Piece piece = change.piece();
    // A comment is on the block, for items have no name of their own.
    Piece shown = holder.level(piece.id()) > 2 ? holder.parent(piece.id()).orElse(piece) : piece;
    return new Change(
        VersionsView.Happened.valueOf(change.kind().name()),
        words.place(holder, piece),
        change.after().isPresent() ? ids.getOrDefault(shown.id(), "") : "",
        change.cells().stream()
            .map(
                cell -> new VersionsView.Cell(Text.zh(cell.heading()), cell.before(), cell.after()))
            .toList());
  }
}
