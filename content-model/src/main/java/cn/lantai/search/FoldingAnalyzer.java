package cn.lantai.search;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Cuts texts into the tokens of {@link TokenWalk}, with their places in the original. */
final class FoldingAnalyzer extends Analyzer {

  /** No phrase reaches from one value of a field into the next. */
  private static final int GAP = 100;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new FoldingTokenizer());
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }

  private static final class FoldingTokenizer extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final char[] buffer = new char[4096];
    private FoldedText text = FoldedText.of("");
    private TokenWalk walk = new TokenWalk(text);

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (!walk.next()) {
        return false;
      }
      term.append(text, walk.start(), walk.end());
      offset.setOffset(text.start(walk.start()), text.end(walk.end() - 1));
      step.setPositionIncrement(walk.isSingle() ? 1 : 0);
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      StringBuilder whole = new StringBuilder();
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        whole.append(buffer, 0, read);
      }
      text = FoldedText.of(whole);
      walk = new TokenWalk(text);
    }

    @Override
    public void end() throws IOException {
      super.end();
      int last = text.length() == 0 ? 0 : text.end(text.length() - 1);
      offset.setOffset(last, last);
    }
  }
}
