package cn.lantai.ingest;

import cn.lantai.archive.ReferenceCode;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.hierarchy.Whole;
import cn.lantai.ingest.source.KeyTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
   * @return what has its code in the same archive; then it is not taken
   */
  Optional<CodeHolder> take(int number, EntityGraph description) {
    EntityIri self = description.iri();
    Optional<EntityIri> whole = Whole.of(description);
    Optional<String> code = ReferenceCode.in(description).map(ReferenceCode::value);
    if (code.isPresent()) {
      String archive = archive(whole);
      Optional<EntityIri> before = before(code.get(), archive);
      if (before.isPresent()) {
        return before.map(holder -> CodeHolder.of(holder, survey, permit));
      }
      int first = taken.putIfAbsent(archive + "\n" + code.get(), number);
      if (first != KeyTable.NONE) {
        return Optional.of(CodeHolder.ofRow(first, survey));
      }
    }
    if (self.type() == EntityType.RECORD_SET) {
      whole.ifPresent(upper -> wholes.put(self, upper));
    }
    return Optional.empty();
  }

  /** What is in the import as well may have another code after it. */
  private Optional<EntityIri> before(String code, String archive) {
    return existing.withCode(code).stream()
        .filter(holder -> !survey.declares(holder))
        .filter(holder -> archive(existing.whole(holder)).equals(archive))
        .findFirst();
  }

  private String archive(Optional<EntityIri> whole) {
    Optional<EntityIri> at = whole;
    for (int level = 0; at.isPresent() && level < LEVELS; level++) {
      if (at.get().type() == EntityType.ORGANISATION) {
        return at.get().key();
      }
      EntityIri lower = at.get();
      at = Optional.ofNullable(wholes.get(lower)).or(() -> existing.whole(lower));
    }
    return "";
  }
}
