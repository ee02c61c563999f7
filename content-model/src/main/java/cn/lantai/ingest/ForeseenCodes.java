package cn.lantai.ingest;

import cn.lantai.archive.ReferenceCode;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.hierarchy.Whole;
import cn.lantai.ingest.source.KeyTable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who would have which reference code (档号) after a dry run; in a real import the journal sees to it
 * that no archive gives one twice. Not safe for use by many threads.
 */
final class ForeseenCodes {

  /** Where holdings have more levels than these, something else is wrong. */
  private static final int LEVELS = 32;

  private final Permit permit;
  private final Existing existing;
  private final Survey survey;
  private final Map<EntityIri, EntityIri> wholes = new HashMap<>();
  private final KeyTable taken = new KeyTable();

  ForeseenCodes(Existing existing, Survey survey, Permit permit) {
    this.permit = permit;
    this.existing = existing;
    this.survey = survey;
  }

  /**
   * Takes what would be saved.
   *
   * @param number that of its row
   * @return what has its code, or that of something in it, in the same archive; then it is not
   *     taken
   */
  Optional<CodeHolder> take(int number, EntityGraph description) {
    EntityIri self = description.iri();
    Optional<EntityIri> whole = Whole.of(description);
    String archive = archive(whole);
    Set<String> codes = new LinkedHashSet<>();
    ReferenceCode.in(description).ifPresent(code -> codes.add(code.value()));
    if (self.type() == EntityType.RECORD_SET && comesFromAnother(archive, self)) {
      collect(self, codes);
    }
    for (String code : codes) {
      Optional<CodeHolder> holder = holder(code, archive);
      if (holder.isPresent()) {
        return holder;
      }
    }
    codes.forEach(code -> taken.putIfAbsent(key(archive, code), number));
    if (self.type() == EntityType.RECORD_SET) {
      whole.ifPresent(upper -> wholes.put(self, upper));
    }
    return Optional.empty();
  }

  private boolean comesFromAnother(String archive, EntityIri set) {
    return existing.whole(set).isPresent()
        && !archive.equals(archive(existing.whole(set), existing::whole));
  }

  /** The codes of what lies in a set and has no row of its own. */
  private void collect(EntityIri set, Set<String> codes) {
    for (EntityIri part : existing.within(set)) {
      if (!survey.declares(part)) {
        existing
            .current(part)
            .flatMap(ReferenceCode::in)
            .ifPresent(code -> codes.add(code.value()));
        if (part.type() == EntityType.RECORD_SET) {
          collect(part, codes);
        }
      }
    }
  }

  /** What is in the import as well may have another code after it. */
  private Optional<CodeHolder> holder(String code, String archive) {
    Optional<EntityIri> before =
        existing.withCode(code).stream()
            .filter(holder -> !survey.declares(holder))
            .filter(holder -> archive(existing.whole(holder)).equals(archive))
            .findFirst();
    if (before.isPresent()) {
      return before.map(holder -> CodeHolder.of(code, holder, survey, permit));
    }
    int row = taken.get(key(archive, code));
    return row == KeyTable.NONE
        ? Optional.empty()
        : Optional.of(CodeHolder.ofRow(code, row, survey));
  }

  private static String key(String archive, String code) {
    return archive + "\n" + code;
  }

  /** The archive as it would be by now. */
  private String archive(Optional<EntityIri> whole) {
    return archive(
        whole, set -> Optional.ofNullable(wholes.get(set)).or(() -> existing.whole(set)));
  }

  private static String archive(
      Optional<EntityIri> whole, Function<EntityIri, Optional<EntityIri>> upwards) {
    Optional<EntityIri> at = whole;
    for (int level = 0; at.isPresent() && level < LEVELS; level++) {
      if (at.get().type() == EntityType.ORGANISATION) {
        return at.get().key();
      }
      at = upwards.apply(at.get());
    }
    return "";
  }
}
