package cn.lantai.server.security.openid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * An OpenID provider on this machine that holds its client to the rules: each code is good once,
 * for who has the verifier and the client's secret. What it says can be spoilt.
 */
public final class TestProvider implements AutoCloseable {

  public static final String CLIENT = "lantai";
  public static final String SECRET = "a secret with : and %";

  /** What is done to the claims before they are signed. */
  public interface Spoiling {
    void spoil(JwtClaims claims) throws Exception;
  }

  private record Grant(String subject, String nonce, String challenge, String redirect) {}

  private final HttpServer server;
  private final EllipticCurveJsonWebKey key;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private volatile Spoiling spoiling = claims -> {};
  private volatile UnaryOperator<String> metadata = text -> text;
  private volatile Signer signer = this::signed;

  /** How a token is made of claims. */
  public interface Signer {
    String sign(JwtClaims claims) throws JoseException;
  }

  public TestProvider() throws IOException {
    try {
      key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
    key.setKeyId("k1");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", each -> answer(each, metadata()));
    server.createContext(
        "/keys",
        each ->
            answer(each, new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
    server.createContext("/token", this::token);
    server.start();
  }

  public URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Somebody signs in there; with what he comes back. */
  public String code(String subject, URI authorization) {
    Map<String, String> query = fields(authorization.getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(
        code,
        new Grant(
            subject, query.get("nonce"), query.get("code_challenge"), query.get("redirect_uri")));
    return code;
  }

  public static String state(URI authorization) {
    return fields(authorization.getRawQuery()).get("state");
  }

  void spoil(Spoiling other) {
    spoiling = other;
  }

  void sign(Signer other) {
    signer = other;
  }

  void describe(UnaryOperator<String> other) {
    metadata = other;
  }

  EllipticCurveJsonWebKey key() {
    return key;
  }

  private String metadata() {
    return metadata.apply(
        ("{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"%1$s/authorize\","
                + "\"token_endpoint\":\"%1$s/token\",\"jwks_uri\":\"%1$s/keys\"}")
            .formatted(issuer()));
  }

  private void token(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> fields = fields(form);
    Grant grant = codes.remove(fields.getOrDefault("code", ""));
    if (grant == null
        || !grant.redirect.equals(fields.get("redirect_uri"))
        || !grant.challenge.equals(challenge(fields.getOrDefault("code_verifier", "")))
        || !authorization().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    try {
      JwtClaims claims = new JwtClaims();
      claims.setIssuer(issuer().toString());
      claims.setAudience(CLIENT);
      claims.setSubject(grant.subject);
      claims.setIssuedAtToNow();
      claims.setExpirationTimeMinutesInTheFuture(5);
      claims.setStringClaim("nonce", grant.nonce);
      claims.setStringClaim("preferred_username", grant.subject);
      spoiling.spoil(claims);
      answer(exchange, "{\"id_token\":\"" + signer.sign(claims) + "\"}");
    } catch (Exception broken) {
      throw new IOException(broken);
    }
  }

  private String signed(JwtClaims claims) throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    return signature.getCompactSerialization();
  }

  /** {@link #CLIENT} and {@link #SECRET}, each form-encoded. */
  private static String authorization() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString("lantai:a+secret+with+%3A+and+%25".getBytes(StandardCharsets.US_ASCII));
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0],
                field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                (one, other) -> other,
                HashMap::new));
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
