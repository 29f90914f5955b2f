using System.Net;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.Tests.Sharing.Reference;
using CommonGround.Scorecard;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Decisions;

/// <summary>
/// The running product, asked over HTTP in random cases, gives and refuses what the reference model gives and refuses: what each person
/// gets in, what each reads on their own pages, and what the citizen is shown that they read.
/// </summary>
[ScorecardRow("S2")]
public abstract class DecisionsOverHttpTests(RunningProduct product)
{
    private static readonly PartyRole[] Care =
        [PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit];

    private static readonly PartyRole[] OnlyByYes = [PartyRole.Supervisor, PartyRole.Companion, PartyRole.Caseworker];

    // Who may open what, said once more: see the design's screens.
    private static readonly (string Path, Purpose Purpose, PartyRole[] Roles)[] Pages =
    [
        ("/cases/{0}", Purpose.Coordination, [.. Care, PartyRole.Caseworker, PartyRole.GeneralPractitioner]),
        ("/cases/{0}/steps", Purpose.Coordination, [.. Care, PartyRole.Caseworker, PartyRole.GeneralPractitioner]),
        ("/cases/{0}/journal", Purpose.Coordination, [.. Care, PartyRole.Citizen]),
        ("/cases/{0}/consent", Purpose.Coordination, [PartyRole.Coordinator]),
        ("/cases/{0}/meetings", Purpose.Meeting, Enum.GetValues<PartyRole>()),
        ("/work/{0}", Purpose.Coordination, [PartyRole.Supervisor]),
        ("/with/{0}", Purpose.Planning, [PartyRole.Companion]),
        ("/my/{0}/sharing", Purpose.Own, [PartyRole.Citizen]),
    ];

    [Fact]
    public async Task TheProduct_GivesAndRefuses_AsTheReferenceModel()
    {
        var count = new Counted();
        var visitors = new Dictionary<string, Visitor>();
        foreach (var person in RandomSharing.People.Append(RandomSharing.Citizen))
            visitors[person] = await product.SignInAs(person);

        for (var i = 0; i < Volume.Of(sample: 2, full: 75); i++)
        {
            var made = await RandomSharing.ComeAbout(product, Volume.Seed + i);
            await AskAsTheCitizen(made, visitors[RandomSharing.Citizen], count);
            foreach (var person in RandomSharing.People)
                await AskAs(made, person, visitors[person], count);
        }

        Figure.Report("S2", $"{count.Decisions} decisions asked over HTTP on {product.Kind}, {count.Permitted} of them permits: all as the reference model");
        Assert.True(count.Decisions >= Volume.Of(500, 20_000), $"{count.Decisions}");
        Assert.InRange((double)count.Permitted / count.Decisions, 0.1, 0.9);
        // The negative control: had the product forgotten one of these, so many of the answers above would have been others.
        Assert.True(count.OfConsents > 0 && count.OfReleases > 0 && count.OfEnds > 0, $"{count}");
        Figure.Report("S2", $"of them on {product.Kind}, {count.OfConsents} hang on a consent, {count.OfReleases} on what was put before someone, {count.OfEnds} on an end or a withdrawal, {count.OfEmergencies} on an emergency, {count.OfProtection} on a protected identity; {count.InOneOfSeveral} times someone chose in which of their parts they act");
    }

    [Theory]
    [InlineData("se")]
    [InlineData("dk")]
    public void TheProductsMatrix_IsTheOneOfTheDesign(string country)
    {
        var matrix = product.Services.GetRequiredService<SharingMatrices>().For(country);
        foreach (var role in Enum.GetValues<PartyRole>().Except([PartyRole.Citizen]))
        {
            foreach (var kind in Enum.GetValues<InformationKind>())
                Assert.True(ReferenceMatrix.Basis(Of(country).Of(role, kind)) == matrix.Cell(role, kind).Basis, $"{country}, {role}, {kind}: {matrix.Cell(role, kind)}");
        }
    }

    private static ReferenceMatrix Of(string country) => country == "se" ? ReferenceMatrix.Sweden : ReferenceMatrix.Denmark;

    /// <summary>Their own pages, in each of their parts: whether they get in, and every item on them.</summary>
    private async Task AskAs(RandomSharing made, string person, Visitor visitor, Counted count)
    {
        var parts = made.Facts.Parties.Where(p => p.PersonId == DemoFile.IdOf(person) && Holds(p) && (!OnlyByYes.Contains(p.Role) || HasYes(made, p))).ToList();
        if (parts.Count < 2)
            await AskIn(made, person, parts.FirstOrDefault(), parts, visitor, count);
        foreach (var part in parts.Where(_ => parts.Count > 1))
        {
            var asked = (await visitor.Open($"/cases/{made.CaseId}/part")).ExpectOk();
            await visitor.Submit(asked.Form($"form:has(button[value='{part.PartyId}'])"));
            await AskIn(made, person, part, parts, visitor, count);
            count.InOneOfSeveral++;
        }
    }

    private async Task AskIn(RandomSharing made, string person, PartyFacts? part, List<PartyFacts> parts, Visitor visitor, Counted count)
    {
        foreach (var (path, purpose, roles) in Pages)
        {
            var page = await visitor.Open(string.Format(null, path, made.CaseId));
            var expected = part is not null && roles.Contains(part.Role);
            // A page for another of their parts asks in which they act, and shows nothing.
            var isAsked = !expected && parts.Exists(p => roles.Contains(p.Role));
            Assert.True(page.Status == (expected || isAsked ? HttpStatusCode.OK : HttpStatusCode.NotFound), $"{person} got {page.Status} for {path}, expected to get in: {expected}");
            Assert.True(isAsked == (page.Status == HttpStatusCode.OK && page.Address.AbsolutePath == $"/cases/{made.CaseId}/part"), $"{person} was led to {page.Address} from {path}");
            count.Add(expected);
            var shows = path.EndsWith("/journal", StringComparison.Ordinal);
            foreach (var item in made.Items)
            {
                var stands = page.Html.Contains(item.Words, StringComparison.Ordinal);
                var may = expected && Permits(made.Facts, made.Country, part!, item, purpose);
                Assert.True(may || !stands, $"{person} reads {item} on {path}");
                if (!shows || !item.InJournal)
                    continue;

                Assert.True(stands == may, $"{person}, {item} on {path}: expected {may}");
                count.Add(may);
            }
        }
    }

    /// <summary>See it as they see it: whatever they could read for whatever they do.</summary>
    private async Task AskAsTheCitizen(RandomSharing made, Visitor citizen, Counted count)
    {
        foreach (var party in made.Facts.Parties.Where(p => p.Role != PartyRole.Citizen))
        {
            var page = (await citizen.Open($"/my/{made.CaseId}/sharing/as/{party.PartyId}")).ExpectOk();
            var isIn = Holds(party) && (!OnlyByYes.Contains(party.Role) || HasYes(made, party));
            var person = RandomSharing.People.Single(p => DemoFile.IdOf(p) == party.PersonId);
            foreach (var item in made.Items)
            {
                // The journal is the citizen's and the care's: its words stand nowhere for anybody else.
                if (item.InJournal && OnlyByYes.Contains(party.Role))
                {
                    Assert.False(page.Html.Contains(item.Words, StringComparison.Ordinal), $"as {person} ({party.Role}), {item} of the journal");
                    continue;
                }

                var may = isIn && Reads(made.Facts);
                Assert.True(page.Html.Contains(item.Words, StringComparison.Ordinal) == may, $"as {person} ({party.Role}), {item}: expected {may}");
                count.Add(may);
                count.OfConsents += may != Reads(made.Facts with { Consents = [] }) ? 1 : 0;
                count.OfReleases += may != Reads(made.Facts with { Releases = [] }) ? 1 : 0;
                count.OfEmergencies += may != Reads(made.Facts with { Emergencies = [] }) ? 1 : 0;
                count.OfProtection += may != Reads(made.Facts with { ProtectedIdentity = false }) ? 1 : 0;
                count.OfEnds += may != Reads(made.Facts with
                {
                    Parties = [.. made.Facts.Parties.Select(p => p with { Until = null })],
                    Consents = [.. made.Facts.Consents.Select(c => c with { Until = null, WithdrawnAt = null })],
                }) ? 1 : 0;

                bool Reads(CaseSharing facts) => Enum.GetValues<Purpose>().Any(purpose => Permits(facts, made.Country, party, item, purpose));
            }
        }
    }

    private bool Permits(CaseSharing facts, string country, PartyFacts part, Planted item, Purpose purpose) => ReferencePolicy.Permits(facts, Of(country),
        new SharingQuestion(part.PersonId, item.Kind, purpose, Now, ItemId: item.InJournal ? null : item.Id, AuthorPersonId: item.AuthorPersonId, PartyId: part.PartyId));

    private bool Holds(PartyFacts party) => party.From <= Now && !(party.Until <= Now);

    private bool HasYes(RandomSharing made, PartyFacts party) => made.Facts.Consents.Any(c =>
        c.RecipientPartyId == party.PartyId && c.From <= Now && !(c.Until <= Now) && !(c.WithdrawnAt <= Now));

    private DateTime Now => product.Clock.GetUtcNow().UtcDateTime;

    private sealed record Counted
    {
        public int Decisions { get; private set; }

        public int Permitted { get; private set; }

        public int OfConsents { get; set; }

        public int OfReleases { get; set; }

        public int OfEnds { get; set; }

        public int OfEmergencies { get; set; }

        public int OfProtection { get; set; }

        public int InOneOfSeveral { get; set; }

        public void Add(bool permitted) => (Decisions, Permitted) = (Decisions + 1, Permitted + (permitted ? 1 : 0));
    }

    public sealed class OnSqlite(SqliteDemo product) : DecisionsOverHttpTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : DecisionsOverHttpTests(product), IClassFixture<PostgresDemo>;
}
