package cn.lantai.server.build;

import cn.lantai.curation.Author;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.Action;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.search.Listing;
import cn.lantai.search.Summary;
import cn.lantai.selection.draft.Draft;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Visitor;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** What is done to selections as a whole, on pages and by programs. */
@RequestScoped
public class SelectionDesk {

  static final int LONGEST_TITLE = 200;

  /** Among so many archives one is looked for that the visitor makes something for. */
  private static final int MOST_ARCHIVES = 400;

  /** So many rows back the version before another one is looked for. */
  private static final int HISTORY = 60;

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject DraftDesk drafts;
  @Inject Journal journal;
  @Inject StageStores stores;
  @Inject Visitor visitor;

  /** The name of a selection; whether there is one is another question. */
  EntityIri named(String type, String key) {
    return Entities.named(type, key)
        .filter(entity -> entity.type().isSelection())
        .orElseThrow(() -> Entities.unknown(type, key));
  }

  /** How a selection stands; what may not be seen is answered as what is not there. */
  EntityState state(EntityIri entity, Permission permission) {
    EntityState state = journal.state(entity).orElseThrow(() -> unknown(entity));
    try {
      visitor.rights().require(permission, entity);
    } catch (OutOfReachException hidden) {
      throw unknown(entity);
    }
    return state;
  }

  private static RuntimeException unknown(EntityIri entity) {
    return Entities.unknown(entity.type().segment(), entity.key());
  }

  static boolean isTitle(String title) {
    return !title.isBlank() && title.strip().length() <= LONGEST_TITLE;
  }

  /**
   * Begins something new.
   *
   * @param key that it is to have; empty for any that is free
   * @param usual whether with the sections and blocks that its kind usually has
   * @return empty if something else has the key
   */
  Optional<EntityIri> begin(EntityType type, String title, String key, boolean usual) {
    EntityIri entity =
        key.isEmpty()
            ? NewSelections.freeKey(type, type.segment().substring(0, 1) + "-" + random(), journal)
            : new EntityIri(type, key);
    Draft draft = edited(NewSelections.begin(entity, title.strip(), usual));
    DraftDesk.Outcome outcome = drafts.save(draft, 0, author(""), visitor.rights());
    if (outcome instanceof DraftDesk.Faulty faulty) {
      throw SelectionProblems.unfit(faulty.violations());
    }
    return outcome instanceof DraftDesk.Saved ? Optional.of(entity) : Optional.empty();
  }

  /** Whose rights are those of an archive makes something of this archive. */
  private Draft edited(Draft draft) {
    if (visitor.rights().mayEverywhere(Permission.DESCRIBE)) {
      return draft;
    }
    return stores
        .index(StageKind.WORKING)
        .list(Listing.all(EntityType.ORGANISATION), 0, MOST_ARCHIVES)
        .summaries()
        .stream()
        .map(Summary::iri)
        .filter(archive -> visitor.rights().mayWithin(Permission.DESCRIBE, archive))
        .findFirst()
        .map(archive -> draft.with(draft.whole().with("编者", archive.key())))
        .orElse(draft);
  }

  /** Saves the newest version as the first one of something new. */
  EntityIri copy(EntityIri entity) {
    Draft draft =
        drafts
            .draft(entity, state(entity, Permission.SEE).current())
            .orElseThrow(SelectionProblems::beyond);
    EntityIri copy = NewSelections.freeKey(entity.type(), entity.key() + "-copy", journal);
    String title = draft.whole().cell("题名");
    Draft renamed = new Draft(copy, draft.whole().with("题名", title + "（副本）"));
    if (!(drafts.save(renamed, 0, author("复制自 " + entity.key()), visitor.rights())
        instanceof DraftDesk.Saved)) {
      throw SelectionProblems.noLongerFits();
    }
    return copy;
  }

  /**
   * Saves an earlier version as the newest one.
   *
   * @param base the row of the newest version that was seen
   * @param conflict the status where somebody has saved meanwhile
   * @return the row of the new version
   */
  long restore(EntityIri entity, long row, long base, int conflict) {
    state(entity, Permission.DESCRIBE);
    Draft draft = drafts.draft(entity, row).orElseThrow(() -> unknown(entity));
    DraftDesk.Outcome outcome =
        drafts.save(draft, base, author("恢复第 " + row + " 条"), visitor.rights());
    if (outcome instanceof DraftDesk.Saved saved) {
      return saved.row();
    }
    throw outcome instanceof DraftDesk.Overtaken
        ? SelectionProblems.changedMeanwhile(conflict)
        : SelectionProblems.noLongerFits();
  }

  /** The row of the version before another one; the same row if there is none. */
  long before(EntityIri entity, long row) {
    return journal.history(entity, row, HISTORY).stream()
        .filter(entry -> entry.action() == Action.PUT)
        .map(Entry::sequence)
        .findFirst()
        .orElse(row);
  }

  private Author author(String reason) {
    return new Author(visitor.name(), reason);
  }

  private static String random() {
    byte[] bytes = new byte[4];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
