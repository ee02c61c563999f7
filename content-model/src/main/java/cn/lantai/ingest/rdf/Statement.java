package cn.lantai.ingest.rdf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.data.SerializationFactory;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.atlas.lib.Sink;

/**
 * A statement as it is sorted.
 *
 * @param group where what it speaks of belongs among all else: see {@link StatementSort}
 * @param subject what it speaks of: an entity's internal IRI, or the name of what is not taken in
 * @param origin tells apart what comes under one name but from different ones
 * @param foreign whether others have described it
 * @param file the number of the file
 * @param text N-Triples, with internal IRIs
 */
record Statement(
    int group, String subject, int origin, boolean foreign, int file, long line, String text) {

  static final Comparator<Statement> ORDER =
      Comparator.comparingInt(Statement::group)
          .thenComparing(Statement::subject)
          .thenComparingInt(Statement::file)
          .thenComparingLong(Statement::line)
          .thenComparing(Statement::text);

  boolean isAbout(Statement other) {
    return group == other.group && subject.equals(other.subject);
  }

  /** In bytes, roughly. */
  long size() {
    return 120 + 2L * (subject.length() + text.length());
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeByte(group);
    writeText(out, subject);
    out.writeInt(origin);
    out.writeBoolean(foreign);
    out.writeInt(file);
    out.writeLong(line);
    writeText(out, text);
  }

  private static Statement read(DataInputStream in, int group) throws IOException {
    return new Statement(
        group,
        readText(in),
        in.readInt(),
        in.readBoolean(),
        in.readInt(),
        in.readLong(),
        readText(in));
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  /** Statements in the files of a sort. */
  static final class Files implements SerializationFactory<Statement> {

    @Override
    public Sink<Statement> createSerializer(OutputStream bytes) {
      return new Writing(new DataOutputStream(bytes));
    }

    @Override
    public Iterator<Statement> createDeserializer(InputStream bytes) {
      return new Reading(new DataInputStream(bytes));
    }
  }

  private record Writing(DataOutputStream out) implements Sink<Statement> {

    @Override
    public void send(Statement statement) {
      try {
        statement.write(out);
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }

    @Override
    public void flush() {
      try {
        out.flush();
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }

  private static final class Reading implements IteratorCloseable<Statement> {

    private static final int END = -1;

    private final DataInputStream in;
    private int group;

    Reading(DataInputStream in) {
      this.in = in;
      this.group = nextGroup();
    }

    @Override
    public boolean hasNext() {
      return group != END;
    }

    @Override
    public Statement next() {
      if (group == END) {
        throw new NoSuchElementException();
      }
      try {
        Statement statement = read(in, group);
        group = nextGroup();
        return statement;
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private int nextGroup() {
      try {
        return in.read();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
