using CommonGround.Domain.Sharing;
using FsCheck;
using FsCheck.Fluent;

namespace CommonGround.Domain.Tests.Sharing;

public sealed class GrantTableTests
{
    /// <summary>What a read does with the table: the same joins and comparisons as the database filter.</summary>
    internal static bool Opens(IEnumerable<Grant> grants, SharingQuestion q) => grants.Any(g =>
        g.PersonId == q.ViewerPersonId && (q.PartyId is null || g.PartyId is null || g.PartyId == q.PartyId) && g.Kind == q.Kind && (g.ItemId is null || g.ItemId == q.ItemId)
        && (!g.OwnWordsOnly || q.AuthorPersonId == q.ViewerPersonId)
        && g.From <= q.At && (g.Until is null || g.Until > q.At) && (g.Purposes & Grant.Bit(q.Purpose)) != 0);

    [Fact]
    public void Table_AnswersEveryQuestionAsThePolicyDoes()
    {
        var compared = 0;
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var world = Randomly(random);
            var grants = GrantTable.Of(world.Facts, SharingWorld.Matrix);
            for (var i = 0; i < 200; i++)
            {
                var question = Ask(world, random);
                Assert.Equal(SharingPolicy.Decide(world.Facts, SharingWorld.Matrix, question).Permitted, Opens(grants, question));
                compared++;
            }
        }).QuickCheckThrowOnFailure();

        Assert.True(compared >= 20_000, $"only {compared} compared");
    }

    [Fact]
    public void Withdrawal_EndsTheSpan_AtThatMoment()
    {
        var world = new SharingWorld();
        world.Consent(world.Lena, null, SharingWorld.Start.AddDays(5), InformationKind.Plan);

        var plan = GrantTable.Of(world.Facts, SharingWorld.Matrix).Single(g =>
            g.PersonId == world.Lena.PersonId && g.Kind == InformationKind.Plan && !g.OwnWordsOnly);

        Assert.Equal(SharingWorld.Start.AddDays(5), plan.Until);
        Assert.Equal(Grant.Bit(Purpose.Meeting) | Grant.Bit(Purpose.Planning), plan.Purposes);
    }

    [Fact]
    public void ARow_ThatIsOpenForSeveralReasons_TellsTheFirstOfThem()
    {
        var (world, item) = (new SharingWorld(), Guid.CreateVersion7());
        world.Consents.Add(new ConsentFacts(world.Lena.PartyId, new HashSet<InformationKind> { InformationKind.Contact }, new HashSet<Purpose> { Purpose.Meeting }, SharingWorld.Start, null, null));
        world.Consents.Add(new ConsentFacts(world.Lena.PartyId, new HashSet<InformationKind> { InformationKind.Plan }, new HashSet<Purpose> { Purpose.Planning }, SharingWorld.Start, null, null));
        world.Releases.Add(new ReleaseFacts(item, InformationKind.Plan, world.Lena.PartyId, SharingWorld.Start, null));

        var row = Assert.Single(GrantTable.Of(world.Facts, SharingWorld.Matrix), g => g.PersonId == world.Lena.PersonId && g.ItemId == item);

        Assert.Equal(Grant.Bit(Purpose.Meeting) | Grant.Bit(Purpose.Planning), row.Purposes);
        Assert.Equal(SharingReason.Released, row.Reason);
    }

    [Fact]
    public void Intake_OpensHealthOnlyToThoseWhoTreat()
    {
        var (treats, coordinates) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var grants = GrantTable.OfIntake(Guid.CreateVersion7(), [(treats, true, SharingWorld.Start, null), (coordinates, false, SharingWorld.Start, null)], "rule");

        Assert.Contains(grants, g => g.PersonId == treats && g.Kind == InformationKind.Health);
        Assert.DoesNotContain(grants, g => g.PersonId == coordinates && g.Kind is InformationKind.Health or InformationKind.Function);
        Assert.All(grants, g => Assert.Equal(Grant.Bit(Purpose.Intake), g.Purposes));
        Assert.All(grants, g => Assert.False(g.OwnWordsOnly));
    }

    /// <summary>Days from, until (none: -1) and whether it is for all purposes: of the whole kind, of one item; and if the item's row is needed.</summary>
    [Theory]
    [InlineData(0, 10, 0, 10, true, false)]
    [InlineData(0, 10, 1, 10, true, false)]
    [InlineData(0, 10, 0, 9, true, false)]
    [InlineData(0, -1, 0, 10, true, false)]
    [InlineData(0, -1, 0, -1, true, false)]
    [InlineData(1, 10, 0, 10, true, true)]
    [InlineData(0, 9, 0, 10, true, true)]
    [InlineData(0, 10, 0, -1, true, true)]
    [InlineData(0, 10, 0, 10, false, true)]
    public void AnItemsRow_IsLeftOut_OnlyWhereTheWholeKindsRowCoversAllOfIt(int from, int until, int itemFrom, int itemUntil, bool samePurposes, bool needed)
    {
        var world = new SharingWorld();
        var purposes = new HashSet<Purpose> { Purpose.Meeting, Purpose.Planning };
        var item = Guid.CreateVersion7();
        world.Consents.Add(new ConsentFacts(world.Lena.PartyId, new HashSet<InformationKind> { InformationKind.Work }, purposes, SharingWorld.Start, null, null));
        world.Consents.Add(new ConsentFacts(world.Lena.PartyId, new HashSet<InformationKind> { InformationKind.Plan },
            samePurposes ? purposes : new HashSet<Purpose> { Purpose.Meeting }, Day(from)!.Value, Day(until), null));
        world.Releases.Add(new ReleaseFacts(item, InformationKind.Plan, world.Lena.PartyId, Day(itemFrom)!.Value, Day(itemUntil)));

        var rows = GrantTable.Of(world.Facts, SharingWorld.Matrix);

        Assert.Equal(needed, rows.Any(g => g.ItemId == item));

        static DateTime? Day(int day) => day < 0 ? null : SharingWorld.Start.AddDays(day);
    }

    [Fact]
    public void TwoPartsOfOnePerson_StandEachUnderItsOwn_WithTheReasonOfItsFirstPurpose()
    {
        var world = new SharingWorld();
        var later = new PartyFacts(Guid.CreateVersion7(), world.Amina.PersonId, PartyRole.Companion, false, SharingWorld.Start.AddDays(2), null);
        var own = new ConsentFacts(later.PartyId, new HashSet<InformationKind> { InformationKind.Plan }, new HashSet<Purpose> { Purpose.Own }, SharingWorld.Start, null, null);
        var facts = world.Facts with { Parties = [.. world.Facts.Parties, later], Consents = [own] };

        var rows = GrantTable.Of(facts, SharingWorld.Matrix).Where(g => g.PersonId == later.PersonId && g.Kind == InformationKind.Plan && !g.OwnWordsOnly).ToList();

        Assert.Equal(SharingReason.Consent, rows.Single(g => g.PartyId == later.PartyId).Reason);
        Assert.Equal(SharingReason.CareInternal, rows.Single(g => g.PartyId == world.Amina.PartyId).Reason);
    }

    private static Arbitrary<int> Seeds => Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static SharingWorld Randomly(Random random)
    {
        var world = new SharingWorld();
        PartyFacts[] parties = [.. world.Facts.Parties];
        for (var i = random.Next(4); i > 0; i--)
        {
            world.Consent(parties[random.Next(parties.Length)], Sometime(random), Sometime(random),
                [.. Enum.GetValues<InformationKind>().Where(_ => random.Next(2) == 0)]);
        }

        for (var i = random.Next(4); i > 0; i--)
        {
            world.Releases.Add(new ReleaseFacts(Guid.CreateVersion7(), Any<InformationKind>(random), parties[random.Next(parties.Length)].PartyId,
                SharingWorld.Start.AddDays(random.Next(5)), Sometime(random)));
        }

        return world;
    }

    private static SharingQuestion Ask(SharingWorld world, Random random)
    {
        PartyFacts[] parties = [.. world.Facts.Parties];
        var viewer = parties[random.Next(parties.Length)];
        var items = world.Releases.Select(r => (Guid?)r.ItemId).Concat(parties.Select(p => (Guid?)p.PartyId)).Append(null).ToArray();
        return new SharingQuestion(viewer.PersonId, Any<InformationKind>(random), Any<Purpose>(random), SharingWorld.Start.AddDays(random.Next(-1, 15)),
            ItemId: items[random.Next(items.Length)], AuthorPersonId: random.Next(3) == 0 ? viewer.PersonId : null);
    }

    private static DateTime? Sometime(Random random) => random.Next(2) == 0 ? null : SharingWorld.Start.AddDays(random.Next(1, 12));

    private static TEnum Any<TEnum>(Random random) where TEnum : struct, Enum => Enum.GetValues<TEnum>()[random.Next(Enum.GetValues<TEnum>().Length)];
}
