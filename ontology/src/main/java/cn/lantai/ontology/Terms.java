package cn.lantai.ontology;

import static org.apache.jena.rdf.model.ResourceFactory.createProperty;
import static org.apache.jena.rdf.model.ResourceFactory.createResource;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;

/** Terms of small vocabularies for which Jena has no class. */
public final class Terms {

  public static final String OA = "http://www.w3.org/ns/oa#";
  public static final String GEO = "http://www.opengis.net/ont/geosparql#";
  public static final String PROV = "http://www.w3.org/ns/prov#";
  public static final String EXIF = "http://www.w3.org/2003/12/exif/ns#";

  /** Datatype of EDTF values, as registered by the Library of Congress. */
  public static final String EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";

  public static final Resource Annotation = createResource(OA + "Annotation");
  public static final Resource TextualBody = createResource(OA + "TextualBody");
  public static final Resource SpecificResource = createResource(OA + "SpecificResource");
  public static final Resource FragmentSelector = createResource(OA + "FragmentSelector");
  public static final Resource describing = createResource(OA + "describing");
  public static final Resource assessing = createResource(OA + "assessing");

  /** What the transcript of a page is for, in the words of the IIIF Presentation API 3. */
  public static final Resource supplementing =
      createResource("http://iiif.io/api/presentation/3#supplementing");

  /** What a fragment selector's value conforms to: Media Fragments URI 1.0. */
  public static final Resource MEDIA_FRAGMENTS =
      createResource("http://www.w3.org/TR/media-frags/");

  public static final Property hasBody = createProperty(OA + "hasBody");
  public static final Property hasTarget = createProperty(OA + "hasTarget");
  public static final Property hasSource = createProperty(OA + "hasSource");
  public static final Property hasSelector = createProperty(OA + "hasSelector");
  public static final Property motivatedBy = createProperty(OA + "motivatedBy");

  public static final Resource Geometry = createResource(GEO + "Geometry");
  public static final Property hasGeometry = createProperty(GEO + "hasGeometry");
  public static final Property asWKT = createProperty(GEO + "asWKT");
  public static final String WKT_LITERAL = GEO + "wktLiteral";

  public static final Property wasAttributedTo = createProperty(PROV + "wasAttributedTo");

  public static final Property pixelWidth = createProperty(EXIF + "width");
  public static final Property pixelHeight = createProperty(EXIF + "height");

  /** The image service of a picture, in the words of the IIIF Presentation API 2. */
  public static final Property hasService =
      createProperty("http://rdfs.org/sioc/services#has_service");

  private Terms() {}
}
