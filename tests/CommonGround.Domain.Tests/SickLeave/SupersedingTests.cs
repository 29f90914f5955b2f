using CommonGround.Domain.SickLeave;

namespace CommonGround.Domain.Tests.SickLeave;

public sealed class SupersedingTests
{
    private static readonly DateTime Monday = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void Of_AReplacingCertificate_TakesThePlaceOfTheOneItNames_WhicheverCameFirst()
    {
        var first = Received("a", signed: 0, received: 5);
        var second = Received("b", signed: 1, received: 1, replaces: "a");

        Assert.Equal(second.Id, Superseding.Of([first, second])[first.Id]);
        Assert.Equal(second.Id, Assert.Single(Superseding.Of([second, first])).Value);
    }

    [Fact]
    public void Of_OneThatWasSignedEarlier_CannotTakeThePlaceOfALater() =>
        Assert.Empty(Superseding.Of([Received("a", signed: 2), Received("b", signed: 1, replaces: "a")]));

    [Fact]
    public void Of_TheSameNumberWithOtherContent_TheLastOneCounts()
    {
        var first = Received("a", signed: 0, received: 0);
        var resent = Received("a", signed: 0, received: 1);

        Assert.Equal(new Dictionary<Guid, Guid> { [first.Id] = resent.Id }, Superseding.Of([resent, first]));
    }

    [Fact]
    public void Of_TheSameNumberInAnotherType_StandsBeside() =>
        Assert.Empty(Superseding.Of([Received("a"), Received("a", type: CertificateType.Ag7804)]));

    [Fact]
    public void Of_ACircle_LeavesOneStanding()
    {
        var a = Received("a", signed: 0, received: 0, replaces: "b");
        var b = Received("b", signed: 0, received: 1, replaces: "a");

        Assert.Equal(new Dictionary<Guid, Guid> { [a.Id] = b.Id }, Superseding.Of([a, b]));
    }

    [Fact]
    public void Of_OneThatNamesItself_StillCounts() => Assert.Empty(Superseding.Of([Received("a", replaces: "a")]));

    [Fact]
    public void Of_AChainOfThree_OnlyTheLastCounts()
    {
        var a = Received("a", signed: 0);
        var b = Received("b", signed: 1, replaces: "a");
        var c = Received("c", signed: 2, replaces: "b");

        Assert.Equal(new Dictionary<Guid, Guid> { [a.Id] = b.Id, [b.Id] = c.Id }, Superseding.Of([c, a, b]));
    }

    [Fact]
    public void Digest_TellsContent_NotWhiteSpaceNorTheOrderOfAnswers()
    {
        string Of(CertificateXml xml) => CertificateDigest.Of(xml.Read().Certificate!);
        var digest = Of(CertificateXml.Lisjp());

        Assert.Equal(digest, Of(CertificateXml.Lisjp().With("29.1", "  Bagare, lyfter tungt ")));
        Assert.Equal(digest, Of(CertificateXml.Lisjp().Without("35").Text("35", "35.1", "Observerat: rör sig med möda")));
        Assert.NotEqual(digest, Of(CertificateXml.Lisjp().With("35.1", "Observerat: rör sig med större möda")));
        var other = CertificateXml.Lisjp();
        other.Id = "another";
        Assert.NotEqual(digest, Of(other));
    }

    private static ReceivedCertificate Received(
        string number, int signed = 0, int received = 0, string? replaces = null, CertificateType type = CertificateType.Lisjp) =>
        ReceivedCertificate.Of(
            new Certificate(
                type, "1", new CertificateId("r", number), null, null, null, null,
                replaces is null ? null : new CertificateRelation(RelationKind.Replaces, new CertificateId("r", replaces)), [], [], false),
            "", Guid.CreateVersion7(), Guid.Empty, Person, Monday.AddDays(signed), Monday.AddMinutes(received));
}
