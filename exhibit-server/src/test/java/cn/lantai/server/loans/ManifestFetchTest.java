package cn.lantai.server.loans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestFetchTest {

  private PartnerArchive partner;

  @BeforeEach
  void open() throws IOException {
    partner = new PartnerArchive();
  }

  @AfterEach
  void close() {
    partner.close();
  }

  @Test
  void aManifestIsFetchedFromAServerThatTheOperatorHasNamed() throws Exception {
    assertTrue(fetch(partner.base(), partner.base() + "/m31/manifest").contains("名册m31"));
    assertTrue(
        fetch("other.example, " + partner.base(), partner.base() + "/moved")
            .contains("名册moved-here"),
        "redirects within the server are followed");
  }

  @Test
  void nothingElseIsAsked() {
    String manifest = partner.base() + "/m31/manifest";
    assertTrue(refused("", manifest).contains("LANTAI_IIIF_PARTNERS"));
    assertTrue(refused("iiif.example.cn", manifest).contains("LANTAI_IIIF_PARTNERS"));
    assertTrue(
        refused(partner.base(), manifest.replace("127.0.0.1", "localhost"))
            .contains("LANTAI_IIIF_PARTNERS"));
    assertTrue(
        refused(partner.base(), manifest.replaceFirst("http:", "https:"))
            .contains("LANTAI_IIIF_PARTNERS"));
    assertTrue(
        refused("127.0.0.1", manifest).contains("LANTAI_IIIF_PARTNERS"),
        "a host alone is not named by http");
    assertTrue(refused(partner.base(), "file:///etc/passwd").contains("网址"));
    assertTrue(refused(partner.base(), manifest.replace("http://", "http://x@")).contains("网址"));
    assertEquals(List.of(), partner.asked());
  }

  @Test
  void aHostThatLeadsIntoTheHouseIsNotAskedUnlessItIsNamedAsAWhole() {
    assertTrue(refused("localhost", "https://localhost/m").contains("内部网络"));
    assertTrue(refused("127.0.0.1", "https://127.0.0.1/m").contains("内部网络"));
    assertTrue(refused("[::1]", "https://[::1]/m").contains("内部网络"));
    assertTrue(
        refused("https://localhost:1", "https://localhost:1/m").contains("没有及时应答"),
        "now it is asked");
  }

  @Test
  void redirectsAreNotFollowedToAnotherServerNorForEver() {
    assertTrue(refused(partner.base(), partner.base() + "/away").contains("别的网站"));
    assertEquals(List.of("/away"), partner.asked());
    assertTrue(refused(partner.base(), partner.base() + "/circle").contains("转来转去"));
    assertEquals(5, partner.asked().size());
  }

  @Test
  void whatIsTooLargeOrNotThereIsToldSo() {
    assertTrue(refused(partner.base(), partner.base() + "/huge").contains("太大"));
    assertTrue(refused(partner.base(), partner.base() + "/nothing").contains("404"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/silent", "/drip"})
  void whoDoesNotAnswerIsNotWaitedForLong(String path) {
    assertTimeout(
        Duration.ofSeconds(25),
        () -> assertTrue(refused(partner.base(), partner.base() + path).contains("及时")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::"
      })
  void addressesOfTheHouseAreNotPublic(String address) throws Exception {
    assertFalse(Partners.isPublic(InetAddress.getByName(address)), address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1"})
  void othersAre(String address) throws Exception {
    assertTrue(Partners.isPublic(InetAddress.getByName(address)), address);
  }

  @Test
  void aSettingThatNamesNoServerIsRefused() {
    for (String setting :
        List.of("http://", "ftp://x.example", "x.example/path", "https://a@b", "https://x?y")) {
      assertThrows(IllegalStateException.class, () -> new Partners(setting), setting);
    }
    assertTrue(
        new Partners("a.example;b.example  http://c.example:81/")
            .isNamed(URI.create("http://c.example:81/x")));
  }

  private static String fetch(String setting, String address) throws LoanRefusedException {
    return new ManifestFetch(new Partners(setting)).fetch(address);
  }

  private static String refused(String setting, String address) {
    LoanRefusedException refused =
        assertThrows(LoanRefusedException.class, () -> fetch(setting, address));
    assertTrue(refused.reason().en().isPresent());
    return refused.reason().zh();
  }
}
