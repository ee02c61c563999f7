package cn.lantai.journal;

import cn.lantai.archive.ReferenceCode;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.hierarchy.Whole;
import java.util.List;

/**
 * A draft with all that can be worked out before the lock is taken.
 *
 * @param code the reference code (档号) of what is described; empty if it has none
 * @param whole what it lies in; empty if in nothing
 */
@SuppressWarnings("ArrayRecordComponent") // carried, not compared
record PreparedDraft(
    Draft draft,
    String key,
    byte[] content,
    byte[] packed,
    String digest,
    String code,
    String whole) {

  private static final byte[] NO_CONTENT = new byte[0];

  /** Fewer are not worth a second thread. */
  private static final int PARALLEL = 64;

  static List<PreparedDraft> of(List<Draft> drafts) {
    return (drafts.size() < PARALLEL ? drafts.stream() : drafts.parallelStream())
        .map(PreparedDraft::of)
        .toList();
  }

  static PreparedDraft of(Draft draft) {
    byte[] content = draft.content().map(EntityGraph::toNTriples).orElse(NO_CONTENT);
    return new PreparedDraft(
        draft,
        draft.entity().uri(),
        content,
        ContentCodec.pack(content),
        content.length == 0 ? "" : EntryHash.digest(content),
        draft.content().flatMap(ReferenceCode::in).map(ReferenceCode::value).orElse(""),
        draft.content().flatMap(Whole::of).map(EntityIri::uri).orElse(""));
  }
}
