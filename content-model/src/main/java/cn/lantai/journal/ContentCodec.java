package cn.lantai.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Packs the content of a row: zlib (RFC 1950) with a preset dictionary, because most graphs are
 * small and begin with the same few namespaces.
 *
 * <p>DICTIONARY must never change: rows in existing databases were packed with it. A better one
 * would be a second dictionary; the zlib header names by its checksum which one a row needs.
 */
final class ContentCodec {

  private static final byte[] DICTIONARY =
      """
      "^^<http://www.w3.org/2001/XMLSchema#integer> "^^<http://www.w3.org/2001/XMLSchema#decimal> \
      "^^<http://www.w3.org/2001/XMLSchema#date> "^^<http://www.w3.org/2001/XMLSchema#boolean> \
      <http://www.w3.org/ns/prov#wasDerivedFrom> <http://www.opengis.net/ont/geosparql#asWKT> \
      <http://www.w3.org/ns/oa#hasBody> <http://www.w3.org/ns/oa#hasTarget> \
      <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> <http://purl.org/dc/terms/ \
      <http://www.w3.org/2004/02/skos/core#altLabel> <http://www.w3.org/2004/02/skos/core#Concept> \
      <http://www.w3.org/2004/02/skos/core#prefLabel> <http://www.w3.org/2004/02/skos/core#inScheme> \
      <http://www.w3.org/2000/01/rdf-schema#label> "@zh-Hant . "@zh-Hans . "@en . "@zh .
      <lantai:/id/exhibition/ <lantai:/id/organisation/ <lantai:/id/theme/ <lantai:/id/source/ \
      <lantai:/id/event/ <lantai:/id/place/ <lantai:/id/image/ <lantai:/id/set/ \
      <https://www.ica.org/standards/RiC/ontology#proxyFor> \
      <https://www.ica.org/standards/RiC/ontology#rankInSequence> \
      <https://www.ica.org/standards/RiC/ontology#textualValue> \
      <https://www.ica.org/standards/RiC/ontology#isEvidencedBy> \
      <https://www.ica.org/standards/RiC/ontology#identifier> \
      <https://www.ica.org/standards/RiC/ontology#hasOrHadAgentName> \
      <https://www.ica.org/standards/RiC/ontology#AgentName> \
      <https://www.ica.org/standards/RiC/ontology#hasOrHadSubject> \
      <https://www.ica.org/standards/RiC/ontology#hasCreator> \
      <https://www.ica.org/standards/RiC/ontology#isAssociatedWithDate> \
      <https://www.ica.org/standards/RiC/ontology#Date> <https://w3id.org/lantai/ns#certainty> \
      <https://w3id.org/lantai/ns#edtf> <https://w3id.org/lantai/ns#earliest> \
      <https://w3id.org/lantai/ns#latest> <https://w3id.org/lantai/ns# \
      <https://www.ica.org/standards/RiC/ontology#title> \
      <https://www.ica.org/standards/RiC/ontology#name> "@zh .
      <lantai:/id/person/ #name-1> #date> .
      <lantai:/id/record/ <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
      <https://www.ica.org/standards/RiC/ontology#Record> .
      """
          .getBytes(StandardCharsets.UTF_8);

  private ContentCodec() {}

  static byte[] pack(byte[] content) {
    if (content.length == 0) {
      return content;
    }
    Deflater deflater = new Deflater();
    try {
      deflater.setDictionary(DICTIONARY);
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 4 + 64);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * @throws DataFormatException if the bytes were not made by {@link #pack}
   */
  static byte[] unpack(byte[] packed) throws DataFormatException {
    if (packed.length == 0) {
      return packed;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 6);
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && inflater.needsDictionary()) {
          requireOurs(inflater);
          inflater.setDictionary(DICTIONARY);
        } else if (count == 0 && inflater.needsInput()) {
          throw new DataFormatException("The packed content ends too early");
        }
        out.write(buffer, 0, count);
      }
      return out.toByteArray();
    } finally {
      inflater.end();
    }
  }

  private static void requireOurs(Inflater inflater) throws DataFormatException {
    Adler32 ours = new Adler32();
    ours.update(DICTIONARY);
    if (inflater.getAdler() != (int) ours.getValue()) {
      throw new DataFormatException("The content was packed with an unknown dictionary");
    }
  }
}
