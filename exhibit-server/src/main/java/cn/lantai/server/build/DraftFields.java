package cn.lantai.server.build;

import cn.lantai.selection.ItemField;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.Piece;
import cn.lantai.table.Column;
import cn.lantai.table.DraftSheet;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of the fields of the builder's form, and what they hold, put into the draft. */
final class DraftFields {

  /** What word processors leave in a text and nobody sees; a soft hyphen, marks of direction. */
  private static final String UNSEEN =
      "[\\p{Cc}&&[^\\n\\r\\t]]|[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff]";

  private static final Set<String> OF_BLOCKS =
      Set.of(DraftSheet.LAYOUT, "标题", "英文标题", "文字", "英文文字");

  private DraftFields() {}

  static String name(String id, String heading) {
    return id + "." + heading;
  }

  /** Fields of pieces that are not there, or that a piece does not have, are passed over. */
  static Draft into(Draft draft, MultivaluedMap<String, String> form) {
    Map<String, Map<String, String>> changed = new HashMap<>();
    Map<String, Piece> pieces = new HashMap<>();
    draft.whole().all().forEach(piece -> pieces.put(piece.id(), piece));
    for (Map.Entry<String, List<String>> field : form.entrySet()) {
      int dot = field.getKey().indexOf('.');
      Piece piece = dot < 0 ? null : pieces.get(field.getKey().substring(0, dot));
      String heading = field.getKey().substring(dot + 1);
      if (piece != null && headings(piece, draft).contains(heading)) {
        changed
            .computeIfAbsent(piece.id(), id -> new HashMap<>(piece.cells()))
            .put(heading, clean(field.getValue().get(0)));
      }
    }
    Draft filled = draft;
    for (Map.Entry<String, Map<String, String>> each : changed.entrySet()) {
      filled = filled.withCells(each.getKey(), each.getValue());
    }
    return filled;
  }

  private static Set<String> headings(Piece piece, Draft draft) {
    Set<String> headings = new HashSet<>();
    switch (draft.level(piece.id())) {
      case 0, 1 -> DraftSheet.columns(piece).forEach(column -> headings.add(column.heading()));
      case 2 -> headings.addAll(OF_BLOCKS);
      default ->
          Arrays.stream(ItemField.values())
              .flatMap(field -> DraftSheet.columns(field).stream())
              .map(Column::heading)
              .forEach(headings::add);
    }
    return headings;
  }

  private static String clean(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\u00a0', ' ')
        .replaceAll(UNSEEN, "");
  }
}
