using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Plans;

/// <summary>A case of Sara's with her coordinator, doctor, supervisor and caseworker, and a plan to begin with.</summary>
internal sealed class PlanScene(IServiceProvider product, Guid caseId)
{
    public const string Secret = "wakes at four with a pounding heart";

    private readonly Dictionary<string, Guid> _parties = [];

    public Guid CaseId { get; } = caseId;

    public string Plan => $"/cases/{CaseId}/plan";

    public static Guid Person(string key) => DemoFile.IdOf(key);

    public Guid Party(string key) => _parties[key];

    public static async Task<PlanScene> Set(RunningProduct product, bool consents = true)
    {
        var scene = new PlanScene(product.Services, Guid.CreateVersion7());
        await scene.Open();
        await scene.Change("amina", change =>
        {
            foreach (var party in change.Case.Parties)
                scene._parties[party.Role == PartyRole.Citizen ? "sara" : "amina"] = party.Id;
            scene._parties["karin"] = change.Case.AddCareParty(Person("karin"), PartyRole.TreatingDoctor, true, change.Now).Value.Id;
            change.Journal("PartyJoined");
            return "/";
        });
        if (consents)
        {
            await scene.Consent("jonas", PartyRole.Supervisor);
            await scene.Consent("maria", PartyRole.Caseworker);
        }

        return scene;
    }

    public Task<Outcome<string>> Consent(string person, PartyRole role, params InformationKind[] kinds) => Change("sara", change =>
    {
        var given = change.Case.GiveConsent(Permission(person, role, kinds), change.Now);
        _parties[person] = given.Value.RecipientPartyId;
        change.Journal("ConsentGiven");
        return "/";
    });

    public Task<Outcome<string>> Withdraw(string person) => Change("sara", change =>
    {
        change.Case.WithdrawConsent(change.Case.ActiveConsentTo(Party(person), change.Now)!.Id, ConsentWay.OwnPage, change.Case.CitizenPersonId, change.Now);
        change.Journal("ConsentWithdrawn");
        return "/";
    });

    public Task<Outcome<string>> EndPart(string person) => Change("amina", change =>
    {
        change.Case.EndParty(Party(person), change.Now);
        change.Journal("PartyLeft");
        return "/";
    });

    /// <summary>The plan as the meeting left it, with a secret that only citizen and doctor may read.</summary>
    public Task<Outcome<string>> Meet(params PlanItemContent[] more) => ChangePlan("amina", (handler, change) => handler.FromMeeting(
        change, Guid.CreateVersion7(), new PlanContent
        {
            Items = [Goal, Step, Adjustment, Secretly, .. more], Authors = new Dictionary<Guid, Guid> { [Id(4)] = Person("sara") },
        },
        new HashSet<Guid> { Party("sara"), Party("amina"), Party("jonas") }));

    public PlanItemContent Goal => new()
    {
        LineageId = Id(1), Type = PlanItemType.Goal, Text = "Back to my own job, half time", Due = new DateOnly(2026, 5, 1),
        Audience = PlanAudience.Workplace | PlanAudience.Insurance,
    };

    public PlanItemContent Step => new()
    {
        LineageId = Id(2), Type = PlanItemType.GradedStep, Text = "Two mornings a week", From = new DateOnly(2026, 3, 16), Due = new DateOnly(2026, 3, 30),
        DegreeFrom = 25, DegreeTo = 50, MayPause = true, Audience = PlanAudience.Workplace,
    };

    public PlanItemContent Adjustment => new()
    {
        LineageId = Id(3), Type = PlanItemType.Adjustment, Text = "Own room after lunch", OwnerPartyId = Party("jonas"), From = new DateOnly(2026, 3, 16),
        Audience = PlanAudience.Workplace,
    };

    public PlanItemContent Secretly => new()
    {
        LineageId = Id(4), Type = PlanItemType.Setback, Text = Secret, Kind = InformationKind.Health,
    };

    public Guid Id(int n) => new(n, 0, 0, CaseId.ToByteArray()[8..]);

    public Task<Outcome<string>> ChangePlan<T>(string person, Func<PlanHandler, CaseChange, Task<Outcome<T>>> make) => Within(async services =>
        await services.GetRequiredService<CaseChanges>().InCase(CaseId, As(person), async change =>
        {
            var made = await make(services.GetRequiredService<PlanHandler>(), change);
            return made.Succeeded ? "/" : made.Error!;
        }));

    public Task<Outcome<string>> Change(string person, Func<CaseChange, Outcome<string>> make) => Within(services =>
        services.GetRequiredService<CaseChanges>().InCase(CaseId, As(person), change => Task.FromResult(make(change))));

    public Task<T> With<T>(Func<CommonGroundDb, Task<T>> read) => product.With(read);

    public async Task<T> Within<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = product.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    private static Actor As(string person) => new(Person(person), Hat.Support, Purpose.Planning, Guid.CreateVersion7());

    private static ConsentGiven Permission(string person, PartyRole role, InformationKind[] kinds)
    {
        var given = new ConsentGiven(Person(person), role,
            (kinds.Length > 0 ? kinds : [InformationKind.Contact, InformationKind.Plan]).ToHashSet(),
            new HashSet<Purpose> { Purpose.Coordination, Purpose.Planning, Purpose.ReadCopy }, null, ConsentWay.OwnPage, "yes", "sv", Person("sara"));
        return given;
    }

    private Task<Outcome<string>> Open() => Within(services =>
    {
        var programme = services.GetRequiredService<ProgrammeLibrary>().Programmes[0];
        return services.GetRequiredService<CaseChanges>().InUnit(DemoFile.IdOf("stress-clinic"), As("amina"), change =>
        {
            change.Open(Case.Open(CaseId, programme.Key, programme.Hash, "se", change.Unit.Id, Person("sara"), Person("amina"),
                new DateOnly(2026, 1, 12), programme.Steps.Select(s => s.Key), change.Now));
            return Task.FromResult<Outcome<string>>("/");
        });
    });
}
