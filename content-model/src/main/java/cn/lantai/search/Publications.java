package cn.lantai.search;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** How documents of the working stage stand to the versions of the public one. */
final class Publications {

  private Publications() {}

  /** Tells it of documents of one segment, which are asked for in order. */
  static final class OfSegment {

    private final Versions published;
    private final NumericDocValues unit;
    private final NumericDocValues version;
    private final NumericDocValues controlled;

    OfSegment(LeafReaderContext segment, Versions published) throws IOException {
      this.published = published;
      unit = Columns.of(segment.reader(), IndexFields.UNIT);
      version = DocValues.getNumeric(segment.reader(), IndexFields.VERSION);
      controlled = DocValues.getNumeric(segment.reader(), IndexFields.CONTROLLED);
    }

    Publication of(int doc) throws IOException {
      boolean known = unit.advanceExact(doc) && version.advanceExact(doc);
      return known
          ? published.of(unit.longValue(), version.longValue(), !controlled.advanceExact(doc))
          : Publication.UNPUBLISHED;
    }
  }

  /** Everything that stands like one of these. */
  static Query query(Set<Publication> wanted, Versions published) {
    return new PublicationQuery(wanted, published);
  }

  private static final class PublicationQuery extends Query {

    private final Set<Publication> wanted;
    private final Versions published;

    PublicationQuery(Set<Publication> wanted, Versions published) {
      this.wanted = Set.copyOf(wanted);
      this.published = published;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
      return new ConstantScoreWeight(this, boost) {
        @Override
        public Scorer scorer(LeafReaderContext segment) throws IOException {
          return new ConstantScoreScorer(this, score(), mode, matching(segment));
        }

        @Override
        public boolean isCacheable(LeafReaderContext segment) {
          return false;
        }
      };
    }

    private TwoPhaseIterator matching(LeafReaderContext segment) throws IOException {
      OfSegment publications = new OfSegment(segment, published);
      DocIdSetIterator all = DocIdSetIterator.all(segment.reader().maxDoc());
      return new TwoPhaseIterator(all) {
        @Override
        public boolean matches() throws IOException {
          return wanted.contains(publications.of(approximation.docID()));
        }

        @Override
        public float matchCost() {
          return 10;
        }
      };
    }

    @Override
    public void visit(QueryVisitor visitor) {
      visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
      return "publication:" + wanted;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof PublicationQuery that
          && wanted.equals(that.wanted)
          && published == that.published;
    }

    @Override
    public int hashCode() {
      return Objects.hash(wanted, System.identityHashCode(published));
    }
  }
}
