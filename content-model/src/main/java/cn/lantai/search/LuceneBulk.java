package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.stage.Bookmark;
import cn.lantai.stage.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.lucene.index.IndexWriter;

/** Makes an index of many entities at once. */
final class LuceneBulk implements Projection.Bulk {

  private final IndexFolder folder;
  private final IndexWriter writer;
  private Optional<DocumentMaker> documents = Optional.empty();

  LuceneBulk(Path path) {
    folder = new IndexFolder(path);
    try {
      writer = folder.write();
    } catch (IOException e) {
      folder.close();
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void add(EntityIri entity, Set<Triple> triples) {
    if (documents.isEmpty()) {
      documents = Optional.of(new DocumentMaker(base(entity, triples)));
    }
    try {
      writer.addDocument(documents.get().make(entity, triples));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands before the entity's own path. */
  private static String base(EntityIri entity, Set<Triple> triples) {
    String subject = triples.iterator().next().getSubject().getURI();
    String path = entity.uri("");
    return subject.substring(0, subject.indexOf(path));
  }

  /** The index knows only what is there. */
  @Override
  public void gone(EntityIri entity) {}

  @Override
  public void finish(Bookmark bookmark) {
    try {
      IndexFolder.note(bookmark, writer);
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      writer.rollback();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      folder.close();
    }
  }
}
