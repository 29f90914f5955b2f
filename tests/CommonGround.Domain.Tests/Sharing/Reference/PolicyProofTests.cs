using CommonGround.Domain.Sharing;
using CommonGround.Scorecard;
using FsCheck;
using FsCheck.Fluent;
using Decide = System.Func<CommonGround.Domain.Sharing.CaseSharing, CommonGround.Domain.Sharing.SharingMatrix, CommonGround.Domain.Sharing.SharingQuestion, bool>;

namespace CommonGround.Domain.Tests.Sharing.Reference;

/// <summary>The policy, and the table that is kept of it, answer as a second, independent model does.</summary>
[ScorecardRow("S2")]
public sealed class PolicyProofTests
{
    private const int QuestionsOfACase = 250;

    // Some breaks show in few questions: enough that each is found more than once.
    private const int CasesOfABreak = 1_000;

    // As often as it takes to know it for no accident; at full volume each is asked all questions.
    private static readonly int FoundOften = Volume.Of(sample: 5, full: int.MaxValue);

    private static readonly Dictionary<ReferenceMatrix, SharingMatrix> Matrices =
        new[] { ReferenceMatrix.Sweden, ReferenceMatrix.Denmark }.ToDictionary(m => m, m => m.AsMatrix());

    private static Decide Real => (facts, matrix, asked) => SharingPolicy.Decide(facts, matrix, asked).Permitted;

    /// <summary>Each breaks one thing that somebody could break by mistake.</summary>
    public static TheoryData<string> Broken => [.. Breaks.Keys];

    private static Dictionary<string, Decide> Breaks => new()
    {
        ["a withdrawn consent goes on"] = (facts, matrix, asked) =>
            Real(facts with { Consents = [.. facts.Consents.Select(c => c with { WithdrawnAt = null })] }, matrix, asked),
        ["a consent holds to the end of its last moment"] = (facts, matrix, asked) =>
            Real(facts with { Consents = [.. facts.Consents.Select(c => c with { Until = c.Until?.AddTicks(1) })] }, matrix, asked),
        ["one hat opens what another does"] = (facts, matrix, asked) => Real(facts, matrix, asked with { PartyId = null }),
        ["whoever has left still reads"] = (facts, matrix, asked) =>
            Real(facts with { Parties = [.. facts.Parties.Select(p => p with { Until = null })] }, matrix, asked),
        ["a consent counts for every purpose"] = (facts, matrix, asked) =>
            Real(facts with { Consents = [.. facts.Consents.Select(c => c with { Purposes = Enum.GetValues<Purpose>().ToHashSet() })] }, matrix, asked),
        ["what was put before one is read by all"] = (facts, matrix, asked) =>
            Real(facts with { Releases = [.. facts.Releases.SelectMany(r => facts.Parties.Select(p => r with { ToPartyId = p.PartyId }))] }, matrix, asked),
        ["a supervisor reads what a companion may"] = (facts, matrix, asked) =>
            Real(facts with { Parties = [.. facts.Parties.Select(p => p.Role == PartyRole.Supervisor ? p with { Role = PartyRole.Companion } : p)] }, matrix, asked),
        ["a copy is as good as reading here"] = (facts, matrix, asked) => Real(facts, matrix, asked with { Way = SharingWay.HandOver }),
        ["a yes to one is a yes to everybody in that part"] = (facts, matrix, asked) => Real(facts with
        {
            Consents = [.. facts.Consents.Select(c => c with { To = new ConsentRecipient(ConsentReach.Role, facts.Parties.First(p => p.PartyId == c.RecipientPartyId).Role, facts.Parties.First(p => p.PartyId == c.RecipientPartyId).Workplace, null) })],
        }, matrix, asked),
        ["a yes to whoever has a part is for the one who was named"] = (facts, matrix, asked) =>
            Real(facts with { Consents = [.. facts.Consents.Select(c => c.To?.Reach == ConsentReach.Role ? c with { To = null } : c)] }, matrix, asked),
        ["a yes to an organisation is for the one who was named"] = (facts, matrix, asked) =>
            Real(facts with { Consents = [.. facts.Consents.Select(c => c.To?.Reach == ConsentReach.Organisation ? c with { To = null } : c)] }, matrix, asked),
        ["a yes to whoever has a part counts at every workplace"] = (facts, matrix, asked) =>
            Real(facts with { Parties = [.. facts.Parties.Select(p => p with { Workplace = "one" })], Consents = [.. facts.Consents.Select(c => c.To?.Workplace is null ? c : c with { To = c.To with { Workplace = "one" } })] }, matrix, asked),
        ["a yes to an organisation reaches the workplace that it is too"] = (facts, matrix, asked) => Real(facts with
        {
            Consents =
            [
                .. facts.Consents,
                .. from yes in facts.Consents
                   where yes.To is { Reach: ConsentReach.Organisation, OrganisationId: not null, Role: not PartyRole.Supervisor and not PartyRole.Companion }
                   from party in facts.Parties
                   where party.Role == PartyRole.Supervisor && party.OrganisationId == yes.To!.OrganisationId
                   select yes with { RecipientPartyId = party.PartyId, To = null },
            ],
        }, matrix, asked),
        ["an emergency does not end"] = (facts, matrix, asked) =>
            Real(facts with { Emergencies = [.. facts.Emergencies.Select(e => e with { Until = DateTime.MaxValue })] }, matrix, asked),
        ["an emergency opens every kind"] = (facts, matrix, asked) =>
            Real(facts with { Emergencies = [.. facts.Emergencies.Select(e => e with { Kinds = Enum.GetValues<InformationKind>().ToHashSet() })] }, matrix, asked),
        ["an emergency opens what is never shown"] = (facts, matrix, asked) => Real(facts, matrix, asked)
            || (asked.Kind is InformationKind.Story or InformationKind.Diary && Real(facts with { Emergencies = [.. facts.Emergencies.Select(e => e with { Kinds = new HashSet<InformationKind> { InformationKind.Leave } })] }, matrix, asked with { Kind = InformationKind.Leave })),
        ["an emergency is good for all that one does"] = (facts, matrix, asked) =>
            Real(facts, matrix, asked) || (asked.Purpose != Purpose.Emergency && Real(facts with { Consents = [], Releases = [] }, matrix, asked with { Purpose = Purpose.Emergency })),
        ["an emergency is for everyone in the case"] = (facts, matrix, asked) =>
            Real(facts with { Emergencies = [.. facts.Emergencies.SelectMany(e => facts.Parties.Select(p => e with { PersonId = p.PersonId }))] }, matrix, asked),
        ["a workplace may have an emergency too"] = (facts, matrix, asked) => Real(facts, matrix, asked)
            || (asked.Purpose == Purpose.Emergency && Real(facts with { Parties = [.. facts.Parties.Where(p => p.Role != PartyRole.Supervisor || p.PersonId != asked.ViewerPersonId)] }, matrix, asked)),
        ["a workplace may have an emergency when its yes has ended"] = (facts, matrix, asked) => Real(facts, matrix, asked)
            || (asked.Purpose == Purpose.Emergency && Real(facts with { Parties = [.. facts.Parties.Where(p => p.Role != PartyRole.Supervisor || p.IsActive(asked.At))] }, matrix, asked)),
        ["an authority may have an emergency too"] = (facts, matrix, asked) =>
            Real(facts, matrix with { Hats = new Dictionary<PartyRole, Hat>() }, asked),
        ["no emergency is let in"] = (facts, matrix, asked) => Real(facts with { Emergencies = [] }, matrix, asked),
        ["a protected identity is shown like any other"] = (facts, matrix, asked) => Real(facts with { ProtectedIdentity = false }, matrix, asked),
        ["a protected identity is hidden from who leads the case"] = (facts, matrix, asked) =>
            Real(facts, matrix, asked) && !(facts.ProtectedIdentity && asked.Kind == InformationKind.Contact && asked.ItemId is null
                && facts.Parties.Any(p => p.PersonId == asked.ViewerPersonId && p.Role == PartyRole.Coordinator)),
        ["a protected identity is opened by an emergency"] = (facts, matrix, asked) =>
            Real(asked.Purpose == Purpose.Emergency ? facts with { ProtectedIdentity = false } : facts, matrix, asked),
        ["everyone in the care team treats"] = (facts, matrix, asked) =>
            Real(facts with { Parties = [.. facts.Parties.Select(p => p with { Treats = true })] }, matrix, asked),
    };

    [Fact]
    public void Policy_DecidesAsTheReferenceModel()
    {
        var (decisions, permitted) = (0, 0);
        ForRandomCases(Volume.Of(sample: 200, full: 4_400), random =>
        {
            for (var i = 0; i < QuestionsOfACase; i++)
            {
                var asked = random.Ask();
                var expected = ReferencePolicy.Permits(random.Facts, random.Matrix, asked);
                var decided = SharingPolicy.Decide(random.Facts, Matrices[random.Matrix], asked);
                Assert.True(expected == decided.Permitted, $"{asked} was answered {decided}, expected {expected}, in {random.Matrix.Country}");
                decisions++;
                permitted += decided.Permitted ? 1 : 0;
            }
        });

        Figure.Report("S2", $"{decisions} random decisions, {permitted} of them permits: all as the reference model");
        Assert.True(decisions >= Volume.Of(50_000, 1_000_000), $"{decisions} decisions");
        // Questions that are all denied would agree with anything.
        Assert.InRange((double)permitted / decisions, 0.12, 0.85);
    }

    [Fact]
    public void GrantTable_OpensAsTheReferenceModel()
    {
        var asked = 0;
        ForRandomCases(Volume.Of(sample: 60, full: 1_000), random =>
        {
            var grants = GrantTable.Of(random.Facts, Matrices[random.Matrix]);
            for (var i = 0; i < QuestionsOfACase; i++)
            {
                // Rows are read here; what is handed over goes by the policy itself.
                var question = random.Ask() with { Way = SharingWay.ReadHere };
                var expected = ReferencePolicy.Permits(random.Facts, random.Matrix, question);
                Assert.True(expected == GrantTableTests.Opens(grants, question), $"{question} is answered otherwise by the table, expected {expected}, in {random.Matrix.Country}");
                asked++;
            }
        });

        Figure.Report("S2", $"{asked} random reads of the grant table: all as the reference model");
    }

    [Theory, MemberData(nameof(Broken))]
    public void ABrokenPolicy_IsFound(string how)
    {
        var broken = Breaks[how];
        var (questions, found) = (0, 0);
        ForRandomCases(CasesOfABreak, random =>
        {
            for (var i = 0; i < QuestionsOfACase && found < FoundOften; i++, questions++)
            {
                var asked = random.Ask();
                found += broken(random.Facts, Matrices[random.Matrix], asked) != ReferencePolicy.Permits(random.Facts, random.Matrix, asked) ? 1 : 0;
            }
        });

        Assert.True(found > 0, $"'{how}' was not found in {questions} decisions.");
        Figure.Report("S2", $"the policy broken on purpose, {how}: found {found} times in {questions}");
    }

    private static void ForRandomCases(int cases, Action<RandomCase> check) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => check(new RandomCase(seed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay((ulong)Volume.Seed, 1));
}
