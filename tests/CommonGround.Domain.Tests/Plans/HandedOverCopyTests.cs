using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Plans;

/// <summary>A secret is planted in a document in every kind and every sort of block: no copy with it reaches whoever may not have it.</summary>
public sealed class HandedOverCopyTests
{
    private static readonly DateTime Now = Planning.Now;
    private static readonly Guid Sara = Planning.Id(11);
    private static readonly InformationKind[] Kinds = Enum.GetValues<InformationKind>();

    private static readonly SharingMatrix Sweden = new("se", new Dictionary<PartyRole, Hat>(), new Dictionary<(PartyRole, InformationKind), SharingCell>(
        from kind in Kinds
        from role in new[] { PartyRole.Supervisor, PartyRole.Caseworker }
        select KeyValuePair.Create((role, kind), new SharingCell(SharingBasis.HandOver))));

    public static TheoryData<InformationKind> NeverForWorkplace => [.. SharingMatrix.NeverForWorkplace];

    [Theory]
    [MemberData(nameof(NeverForWorkplace))]
    public void What_a_workplace_never_holds_is_refused_in_every_block_whatever_was_consented_to(InformationKind kind)
    {
        var (of, jonas) = Case(PartyRole.Supervisor, Kinds);

        foreach (var block in Blocks(kind))
            Assert.Equal(new KindNotForRecipient(PartyRole.Supervisor, kind), HandOver(of, jonas, Plain(), block).Error);
    }

    [Fact]
    public void An_authority_gets_the_kinds_that_were_consented_to_and_no_other()
    {
        var (of, maria) = Case(PartyRole.Caseworker, [InformationKind.Contact, InformationKind.Plan, InformationKind.Function]);

        foreach (var kind in Kinds)
        {
            var consented = kind is InformationKind.Contact or InformationKind.Plan or InformationKind.Function;
            Assert.All(Blocks(kind), block => Assert.Equal(consented, HandOver(of, maria, Plain(), block).Succeeded));
        }
    }

    [Fact]
    public void A_copy_that_names_who_treats_does_not_reach_a_workplace()
    {
        var (of, jonas) = Case(PartyRole.Supervisor, Kinds);
        var karin = of.AddCareParty(Planning.Id(14), PartyRole.TreatingDoctor, true, Now).Value;
        var named = of.Parties.Where(p => p.Role is PartyRole.Citizen or PartyRole.Coordinator).Select(p => p.Id).ToList();

        Assert.True(Try(of, jonas, named, Plain()).Succeeded);
        Assert.Equal(new KindNotForRecipient(PartyRole.Supervisor, InformationKind.Contact), Try(of, jonas, [.. named, karin.Id], Plain()).Error);
    }

    [Fact]
    public void What_is_put_to_a_workplace_item_by_item_is_handed_over_item_by_item()
    {
        var (of, jonas) = Case(PartyRole.Supervisor, [InformationKind.Contact]);
        var matrix = Sweden with
        {
            Cells = new Dictionary<(PartyRole, InformationKind), SharingCell>(Sweden.Cells)
            {
                [(PartyRole.Supervisor, InformationKind.Environment)] = new(SharingBasis.PutToThem),
            },
        };
        var (put, kept) = (Planning.Id(301), Planning.Id(302));
        of.ReleaseItem(put, InformationKind.Environment, [jonas], matrix, Now);
        var point = new Paragraph(InformationKind.Environment, "two of us at each station");

        Assert.True(Try(of, jonas, Holds(put), matrix, point).Succeeded);
        Assert.Equal(new KindNotForRecipient(PartyRole.Supervisor, InformationKind.Environment), Try(of, jonas, Holds(put, kept), matrix, point).Error);
        Assert.Equal(new KindNotForRecipient(PartyRole.Supervisor, InformationKind.Environment), Try(of, jonas, Holds(), matrix, point).Error);

        List<HeldItem> Holds(params Guid[] items) =>
            [HeldItem.Name(of.Parties[0].Id), .. items.Select(i => new HeldItem(InformationKind.Environment, i))];
    }

    [Fact]
    public void After_withdrawal_there_is_no_new_copy()
    {
        var (of, jonas) = Case(PartyRole.Supervisor, Kinds);
        Assert.True(HandOver(of, jonas, Plain()).Succeeded);

        of.WithdrawConsent(of.ActiveConsentTo(jonas.Id, Now)!.Id, ConsentWay.OwnPage, of.CitizenPersonId, Now);

        Assert.IsType<KindNotForRecipient>(HandOver(of, jonas, Plain()).Error);
    }

    [Fact]
    public void A_copy_keeps_what_it_said_and_its_first_receipt()
    {
        var (of, jonas) = Case(PartyRole.Supervisor, Kinds);
        var (copy, content) = HandOver(of, jonas, Plain()).Value;

        copy.Receive(Now.AddDays(1));
        copy.Receive(Now.AddDays(2));

        Assert.Equal(Now.AddDays(1), copy.ReceiptAt);
        Assert.Equal("secret", ((Paragraph)content.Read().Value.Blocks[0]).Text.Plain);
        Assert.Equal([new CopiedLine(Planning.Id(201), PlanItemType.Goal, "goal")], content.Lines());
    }

    [Fact]
    public void A_copy_is_taken_back_once()
    {
        var (of, jonas) = Case(PartyRole.Supervisor, Kinds);
        var copy = HandOver(of, jonas, Plain()).Value.Copy;

        Assert.True(copy.Recall(Now).Succeeded);
        Assert.IsType<CopyAlreadyRecalled>(copy.Recall(Now).Error);
    }

    private static IEnumerable<Block> Blocks(InformationKind kind) =>
    [
        new Heading(kind, 1, "secret"), new Paragraph(kind, "secret"), new ItemList(kind, ["secret"]), new FactList(kind, [new Fact("a", "secret")]),
        new Table(kind, ["a"], [new TableRow("secret")]), new Callout(kind, null, ["secret"]),
        new GradedStepsFigure(kind, "a", "b", [new StepBar("secret", 25, 50)]), new Signatures(kind, [new SignatureLine("secret")]),
    ];

    private static Paragraph Plain() => new(InformationKind.Plan, "secret");

    private static Outcome<(HandedOverCopy Copy, CopyContent Content)> HandOver(Case of, Party to, params Block[] blocks) =>
        Try(of, to, of.Parties.Where(p => p.Role == PartyRole.Citizen).Select(p => p.Id).ToList(), blocks);

    private static Outcome<(HandedOverCopy Copy, CopyContent Content)> Try(Case of, Party to, List<Guid> named, params Block[] blocks) =>
        Try(of, to, [.. named.Select(HeldItem.Name)], Sweden, blocks);

    private static Outcome<(HandedOverCopy Copy, CopyContent Content)> Try(Case of, Party to, List<HeldItem> holds, SharingMatrix matrix, params Block[] blocks) =>
        HandedOverCopy.HandOver(
            new Document { Language = "sv", Title = "t", Author = "a", CreatedAt = new DateTimeOffset(Now), Blocks = blocks },
            CopyOf.Plan, 1, null, to, of.Sharing(), matrix, holds, [new CopiedLine(Planning.Id(201), PlanItemType.Goal, "goal")], Sara, Sara, Now);

    private static (Case Case, Party Recipient) Case(PartyRole role, IEnumerable<InformationKind> kinds)
    {
        var of = CommonGround.Domain.Cases.Case.Open(Planning.CaseId, "p", "1", "se", Planning.Id(50), Sara, Planning.Id(12), new DateOnly(2026, 11, 2), [], Now);
        var given = of.GiveConsent(new ConsentGiven(Planning.Id(13), role, kinds.ToHashSet(), new HashSet<Purpose> { Purpose.ReadCopy }, null,
            ConsentWay.OwnPage, "yes", "sv", Sara), Now).Value;
        return (of, of.Parties.Single(p => p.Id == given.RecipientPartyId));
    }
}
