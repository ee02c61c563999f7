package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;

/** Finds the names of authorities in a text, as the index has them. */
final class NamesInText {

  /** What follows in a longer text is not looked at. */
  private static final int LONGEST_TEXT = 200_000;

  private static final int LONGEST_NAME = 20;
  private static final int LONGEST_HAN_NAME = 8;
  private static final int NAMESAKES = 20;

  private final Snapshot snapshot;
  private final Set<EntityType> types;
  private final Map<String, List<EntityIri>> known = new HashMap<>();

  NamesInText(Snapshot snapshot, Set<EntityType> types) {
    this.snapshot = snapshot;
    this.types = Set.copyOf(types);
  }

  List<NameInText> find(String text) throws IOException {
    FoldedText folded =
        FoldedText.of(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    List<NameInText> found = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      int end = longestFrom(folded, at);
      if (end < 0) {
        at++;
        continue;
      }
      for (EntityIri entity : called(name(folded, at, end))) {
        found.add(new NameInText(entity, folded.start(at), folded.end(end - 1)));
      }
      at = end;
    }
    return found;
  }

  private int longestFrom(FoldedText text, int start) throws IOException {
    if (!Character.isLetter(text.charAt(start)) || !text.isEdge(start - 1, start)) {
      return -1;
    }
    int longest = Folding.isHan(text.charAt(start)) ? LONGEST_HAN_NAME : LONGEST_NAME;
    // One character is a surname, or a word, but names nobody.
    for (int end = Math.min(text.length(), start + longest); end >= start + 2; end--) {
      if (text.isEdge(end, end - 1) && !called(name(text, start, end)).isEmpty()) {
        return end;
      }
    }
    return -1;
  }

  private static String name(FoldedText text, int start, int end) {
    return text.subSequence(start, end).toString().replace(" ", "");
  }

  private List<EntityIri> called(String name) throws IOException {
    List<EntityIri> before = known.get(name);
    if (before != null) {
      return before;
    }
    List<EntityIri> called = new ArrayList<>();
    if (snapshot.isName(name)) {
      var top =
          snapshot.searcher().search(new TermQuery(new Term(IndexFields.NAME, name)), NAMESAKES);
      for (var hit : top.scoreDocs) {
        EntityIri entity = StoredDocuments.iri(snapshot.document(hit.doc));
        if (types.contains(entity.type())) {
          called.add(entity);
        }
      }
    }
    known.put(name, called);
    return called;
  }
}
