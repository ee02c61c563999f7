package cn.lantai.server.security.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdProviderTest {

  private static final URI CALLBACK = URI.create("http://127.0.0.1:8080/signin/openid/callback");

  private TestProvider there;

  @BeforeEach
  void open() throws IOException {
    there = new TestProvider();
  }

  @AfterEach
  void close() {
    there.close();
  }

  @Test
  void whoSignsInThereIsKnownByWhatTheProviderCallsHimForEver() throws OpenIdException {
    Identity identity = identify(Optional.empty());
    assertEquals(there.issuer() + " zhou", identity.subject());
    assertEquals(Optional.empty(), identity.name(), "nothing is believed that was not asked for");
    assertEquals(Optional.of("zhou"), identify(Optional.of("preferred_username")).name());
  }

  @Test
  void anAddressOfMailIsBelievedIfTheProviderHasSeenThatItIsHis() throws OpenIdException {
    there.spoil(claims -> claims.setStringClaim("email", "zhou@example.org"));
    assertEquals(Optional.empty(), identify(Optional.of("email")).name());
    there.spoil(
        claims -> {
          claims.setStringClaim("email", "zhou@example.org");
          claims.setClaim("email_verified", true);
        });
    assertEquals(Optional.of("zhou@example.org"), identify(Optional.of("email")).name());
  }

  static Stream<TestProvider.Spoiling> lies() {
    return Stream.of(
        claims -> claims.setStringClaim("nonce", "of another sign-in"),
        claims -> claims.unsetClaim("nonce"),
        claims -> claims.setAudience("another-client"),
        claims -> claims.setAudience(TestProvider.CLIENT, "another-client"),
        claims -> claims.setStringClaim("azp", "another-client"),
        claims -> claims.setIssuer("https://evil.example"),
        claims -> claims.setExpirationTime(NumericDate.fromSeconds(1)),
        claims -> claims.unsetClaim("exp"),
        claims -> claims.unsetClaim("sub"),
        claims -> claims.setSubject("s".repeat(256)));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aTokenThatIsNotForThisSignInIsRefused(TestProvider.Spoiling lie) {
    there.spoil(lie);
    assertThrows(OpenIdException.class, () -> identify(Optional.empty()));
  }

  @Test
  void aTokenThatTheProviderDidNotSignIsRefused() throws IOException {
    try (TestProvider other = new TestProvider()) {
      there.sign(
          claims -> {
            JsonWebSignature forged = new JsonWebSignature();
            forged.setPayload(claims.toJson());
            forged.setKey(other.key().getPrivateKey());
            forged.setKeyIdHeaderValue("k1");
            forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return forged.getCompactSerialization();
          });
      assertThrows(OpenIdException.class, () -> identify(Optional.empty()));
    }
    there.sign(
        claims -> {
          JsonWebSignature unsigned = new JsonWebSignature();
          unsigned.setPayload(claims.toJson());
          unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
          unsigned.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
          return unsigned.getCompactSerialization();
        });
    assertThrows(OpenIdException.class, () -> identify(Optional.empty()));
    there.sign(
        claims -> {
          JsonWebSignature byPublicKey = new JsonWebSignature();
          byPublicKey.setPayload(claims.toJson());
          byPublicKey.setKey(new HmacKey(there.key().getPublicKey().getEncoded()));
          byPublicKey.setKeyIdHeaderValue("k1");
          byPublicKey.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
          return byPublicKey.getCompactSerialization();
        });
    assertThrows(OpenIdException.class, () -> identify(Optional.empty()));
    there.sign(claims -> "not a token");
    assertThrows(OpenIdException.class, () -> identify(Optional.empty()));
  }

  static Stream<UnaryOperator<String>> descriptions() {
    return Stream.of(
        text -> text.replaceFirst("\"issuer\":\"[^\"]+", "\"issuer\":\"https://evil.example"),
        text ->
            text.replaceFirst(
                "\"token_endpoint\":\"[^\"]+", "\"token_endpoint\":\"http://evil.example/token"),
        text -> text.replaceFirst("\"jwks_uri\":\"[^\"]+", "\"jwks_uri\":\"file:/etc/passwd"),
        text -> text.replaceFirst("\"authorization_endpoint\":", "\"elsewhere\":"),
        text -> "[]",
        text -> "<html>",
        text -> text.replaceFirst("\\{", "{\"x\":\"" + "x".repeat(2 << 20) + "\","));
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void aProviderThatDescribesItselfWronglyIsNotGoneTo(UnaryOperator<String> description) {
    there.describe(description);
    OpenIdProvider provider = provider(Optional.empty());
    assertThrows(
        OpenIdException.class, () -> provider.authorization(Attempt.begin("/workbench"), CALLBACK));
  }

  @Test
  void aCodeIsGoodOnceAndForWhoHasAskedForIt() throws OpenIdException {
    OpenIdProvider provider = provider(Optional.empty());
    Attempt attempt = Attempt.begin("/workbench");
    String code = there.code("zhou", provider.authorization(attempt, CALLBACK));
    Attempt other = Attempt.begin("/workbench");
    assertThrows(OpenIdException.class, () -> provider.identify(code, other, CALLBACK));
    String again = there.code("zhou", provider.authorization(attempt, CALLBACK));
    provider.identify(again, attempt, CALLBACK);
    assertThrows(OpenIdException.class, () -> provider.identify(again, attempt, CALLBACK));
  }

  @Test
  void onlyTheStateThatWasGivenAnswersAnAttempt() {
    Attempt attempt = Attempt.begin("/workbench");
    assertTrue(attempt.isAnsweredBy(attempt.state()));
    for (String forged : List.of("", "x", Attempt.begin("/workbench").state())) {
      assertEquals(false, attempt.isAnsweredBy(forged));
    }
    assertTrue(
        attempt.state().getBytes(StandardCharsets.US_ASCII).length >= 43, "cannot be guessed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://id.example.org", "ftp://id.example.org", "https:nowhere", "x"})
  void whatIsSaidMustNotBeReadOnTheWay(String issuer) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Registration(URI.create(issuer), "lantai", "", Optional.empty()));
  }

  private Identity identify(Optional<String> claim) throws OpenIdException {
    OpenIdProvider provider = provider(claim);
    Attempt attempt = Attempt.begin("/workbench");
    String code = there.code("zhou", provider.authorization(attempt, CALLBACK));
    return provider.identify(code, attempt, CALLBACK);
  }

  private OpenIdProvider provider(Optional<String> claim) {
    return new OpenIdProvider(
        new Registration(there.issuer(), TestProvider.CLIENT, TestProvider.SECRET, claim));
  }
}
