package cn.lantai.server.linkeddata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

  private static final List<Negotiation.Offer<String>> OFFERS =
      List.of(
          new Negotiation.Offer<>("text/html", "html"),
          new Negotiation.Offer<>("text/turtle", "ttl"),
          new Negotiation.Offer<>("application/ld+json", "jsonld"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|html",
        "*/*|html",
        "*|html",
        "text/*|html",
        "text/*, text/html;q=0.1|ttl",
        "TEXT/Turtle|ttl",
        "application/ld+json;profile=x;q=0.9, text/turtle;q=0.8|jsonld",
        "text/turtle;q=0, */*;q=0.1|html",
        "text/html;q=0, text/turtle;q=0, */*|jsonld",
        "text/turtle;q=nonsense, application/*;q=0.2|jsonld",
        "image/png|none",
        ",,|html"
      })
  void theBestQualityWinsAndThenTheOrderOfTheOffers(String accept, String chosen) {
    assertEquals(chosen, Negotiation.choose(accept, OFFERS).orElse("none"));
  }
}
