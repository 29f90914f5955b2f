using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Testing;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Live;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Decisions;

/// <summary>
/// A case that came about at random over the last weeks, through the product's own changes: people who joined and left, consents that
/// hold, ended or were withdrawn, an item of every kind from the citizen and from someone else, some of them put before others.
/// </summary>
internal sealed class RandomSharing
{
    public const string Citizen = "kerstin";

    /// <summary>Who may turn up in it, in whatever role.</summary>
    public static readonly IReadOnlyList<string> People = ["amina", "erik", "karin", "hanna", "siri", "maria", "jonas", "per", "lena", "elin"];

    private static readonly InformationKind[] Kinds = Enum.GetValues<InformationKind>();
    private static readonly Purpose[] Purposes = Enum.GetValues<Purpose>();

    private readonly IServiceProvider _services;
    private readonly TestClock _clock;
    private readonly Random _random;

    private RandomSharing(IServiceProvider services, TestClock clock, int seed) => (_services, _clock, _random) = (services, clock, new Random(seed));

    public Guid CaseId { get; } = Guid.CreateVersion7();

    /// <summary>Every item that was planted, each with words that stand nowhere else.</summary>
    public List<Planted> Items { get; } = [];

    public CaseSharing Facts { get; private set; } = default!;

    public string Country { get; private set; } = "";

    public static async Task<RandomSharing> ComeAbout(RunningProduct product, int seed)
    {
        var made = new RandomSharing(product.Services, product.Clock, seed);
        await made.ComeAbout();
        return made;
    }

    private async Task ComeAbout()
    {
        Country = _random.Next(2) == 0 ? "se" : "dk";
        await Open();
        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            var (role, who) = (Pick(CareRoles), Pick(People));
            await Make(20 - i, c => { _ = c.Case.AddCareParty(DemoFile.IdOf(who), role, _random.Next(2) == 0, c.Now); return Task.CompletedTask; });
        }

        for (var i = _random.Next(1, 6); i > 0; i--)
        {
            var (role, who, day) = (Pick([PartyRole.Supervisor, PartyRole.Companion, PartyRole.Caseworker, .. CareRoles]), Pick(People), 14 - i);
            var until = _random.Next(3) == 0 ? Now.AddDays(_random.Next(-5, 30)) : (DateTime?)null;
            await Make(day, c => { _ = c.Case.GiveConsent(new ConsentGiven(DemoFile.IdOf(who), role, Some(Kinds), Some(Purposes), until, ConsentWay.OwnPage, "words", "sv", DemoFile.IdOf(Citizen)), c.Now); return Task.CompletedTask; });
        }

        await Make(8, Plant);
        await Make(4, c =>
        {
            if (_random.Next(2) == 0 && c.Case.Consents.Count > 0)
                _ = c.Case.WithdrawConsent(Pick(c.Case.Consents).Id, ConsentWay.OwnPage, DemoFile.IdOf(Citizen), c.Now);
            if (_random.Next(2) == 0 && c.Case.Parties.Count > 2)
                _ = c.Case.EndParty(Pick([.. c.Case.Parties.Skip(2)]).Id, c.Now);
            if (_random.Next(2) == 0)
                c.Case.RecallItem(Pick(Items).Id, c.Now);
            return Task.CompletedTask;
        });
        await Make(0, c =>
        {
            c.Case.Protect(_random.Next(4) == 0);
            var rule = c.Matrix.EmergencyOn(DateOnly.FromDateTime(c.Now));
            _ = c.Case.OpenInEmergency(new EmergencyOpening(DemoFile.IdOf(Pick(People)), Pick(CareRoles), DemoFile.IdOf("region"), EmergencyReason.Danger, "words", 0, 0), rule, c.Matrix, c.Now);
            return Task.CompletedTask;
        });
        Facts = await Read();
    }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    private PartyRole[] CareRoles => Country == "se"
        ? [PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember]
        : [PartyRole.TeamMember, PartyRole.ClinicalUnit, PartyRole.GeneralPractitioner];

    private async Task Plant(CaseChange change)
    {
        var matrix = _services.GetRequiredService<SharingMatrices>().For(Country);
        foreach (var kind in Kinds)
        {
            var mine = new ReleasedPoint(change.NewId(), CaseId, change.Case.Parties[0].Id, DemoFile.IdOf(Citizen), null, kind, Words(), change.Now);
            change.Db.Add(mine);
            Items.Add(new Planted(mine.Id, kind, DemoFile.IdOf(Citizen), mine.Text, false));
            foreach (var party in change.Case.Parties.Where(_ => _random.Next(3) == 0))
                _ = change.Case.ReleaseItem(mine.Id, kind, [party], matrix, change.Now);

            var author = Pick([.. change.Case.Parties.Skip(1)]).PersonId;
            var theirs = new ReleasedPoint(change.NewId(), CaseId, change.Case.Parties[0].Id, author, null, kind, Words(), change.Now);
            change.Db.Add(theirs);
            Items.Add(new Planted(theirs.Id, kind, author, theirs.Text, false));

            var noted = Words();
            change.Journal("AnswersTold", new JournalWords(kind, "consent", noted, author));
            Items.Add(new Planted(Guid.Empty, kind, author, noted, true));
        }

        await Task.CompletedTask;
    }

    private async Task Open()
    {
        var programme = _services.GetRequiredService<ProgrammeLibrary>().Programmes[0];
        await In(20, changes => changes.InUnit(DemoFile.IdOf("stress-clinic"), By("amina"), change =>
        {
            change.Open(Case.Open(CaseId, programme.Key, programme.Hash, Country, change.Unit.Id, DemoFile.IdOf(Citizen), DemoFile.IdOf(Pick(People)),
                new DateOnly(2026, 2, 2), programme.Steps.Select(s => s.Key), change.Now));
            return Task.FromResult<Outcome<string>>("/");
        }));
    }

    private Task Make(int daysAgo, Func<CaseChange, Task> make) => In(daysAgo, changes => changes.InCase(CaseId, By(Citizen), async change =>
    {
        await make(change);
        change.Journal("ConsentGiven");
        return "/";
    }));

    private async Task In(int daysAgo, Func<CaseChanges, Task<Outcome<string>>> make)
    {
        await using var scope = _services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var changes = new CaseChanges(services.GetRequiredService<CommonGroundDb>(), services.GetRequiredService<SharingMatrices>(),
            new TestClock { Now = _clock.GetUtcNow().AddDays(-daysAgo) }, services.GetRequiredService<Disclosures>(), services.GetRequiredService<LiveUpdates>());
        var outcome = await make(changes);
        Assert.True(outcome.Succeeded, outcome.Error?.Name);
    }

    // As it stands in the database, past every filter, and put together here.
    private async Task<CaseSharing> Read()
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var parties = await db.Whole<Party>().AsNoTracking().Where(p => p.CaseId == CaseId).ToListAsync();
        var consents = await db.Consents.AsNoTracking().Where(c => c.CaseId == CaseId).ToListAsync();
        var releases = await db.Set<Release>().AsNoTracking().Where(r => r.CaseId == CaseId).ToListAsync();
        var emergencies = await db.Whole<EmergencyAccess>().AsNoTracking().Where(e => e.CaseId == CaseId).ToListAsync();
        var isProtected = await db.Cases.Where(c => c.Id == CaseId).Select(c => c.ProtectedIdentity).SingleAsync();
        return new CaseSharing(CaseId,
            [.. parties.Select(p => new PartyFacts(p.Id, p.PersonId, p.Role, p.Treats, p.From, p.Until, p.Workplace, p.OrganisationId))],
            [.. consents.Select(c => new ConsentFacts(c.RecipientPartyId, c.Kinds.ToHashSet(), c.Purposes.ToHashSet(), c.From, c.Until, c.WithdrawnAt,
                new ConsentRecipient(c.Reach, c.RecipientRole, c.Workplace, c.OrganisationId)))],
            [.. releases.Select(r => new ReleaseFacts(r.ItemId, r.Kind, r.ToPartyId, r.ReleasedAt, r.RecalledAt))])
        {
            Emergencies = [.. emergencies.Select(e => new EmergencyFacts(e.PersonId, e.Role, e.Kinds, e.From, e.EndedAt ?? e.Until))],
            ProtectedIdentity = isProtected,
        };
    }

    private static Actor By(string person) => new(DemoFile.IdOf(person), Hat.Support, Purpose.Own, Guid.CreateVersion7());

    private string Words() => $"word{_random.NextInt64(long.MaxValue):x16}";

    private HashSet<T> Some<T>(T[] all) => [Pick(all), .. all.Where(_ => _random.Next(2) == 0)];

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}

/// <summary>An item of the case, and the words that it is known by.</summary>
internal sealed record Planted(Guid Id, InformationKind Kind, Guid AuthorPersonId, string Words, bool InJournal);
