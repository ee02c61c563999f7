package cn.lantai.server.testing;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The very WAR of the distribution, for Arquillian; the test's own classes are added to it. */
public final class RealApplication {

  private RealApplication() {}

  public static WebArchive war() {
    File war = new File(System.getProperty("lantai.distribution"), "app/ROOT.war");
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war").importFrom(war).as(WebArchive.class);
  }
}
