using AngleSharp.Html.Dom;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Meetings;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>
/// Sara's whole way: interview, points, a yes to Jonas to all that a supervisor can be given, a meeting, a plan and its copies; with a
/// secret in each field that is not his.
/// </summary>
internal sealed class SecretScene(RunningProduct product, MeetingScene meeting)
{
    public Markers Markers { get; } = new();

    public Guid CaseId => meeting.CaseId;

    /// <summary>Tables of people's words that the way left nothing in.</summary>
    public IReadOnlyList<string> Unplanted { get; private set; } = [];

    public int Tables { get; private set; }

    public static async Task<SecretScene> Set(RunningProduct product)
    {
        var scene = new SecretScene(product, await MeetingScene.Set(product));
        await scene.SayYes();
        await scene.Tell();
        await scene.Meet();
        await scene.OthersJoin();
        await scene.Plant();
        await scene.ChangeThePlan();
        await scene.Plant();
        return scene;
    }

    /// <summary>Every address that the product has for a page, with what this case has to put into it.</summary>
    public async Task<IReadOnlyList<string>> Addresses()
    {
        var values = new Dictionary<string, string[]>
        {
            ["caseId"] = [$"{CaseId}"],
            ["meetingId"] = await Ids(db => db.Meetings), ["copyId"] = await Ids(db => db.HandedOverCopies),
            ["partyId"] = await Ids(db => db.Parties), ["agreementId"] = await Ids(db => db.Agreements),
            ["consentId"] = await Of(db => db.Consents.Where(c => c.CaseId == CaseId).Select(c => c.Id)),
            ["step"] = await Steps(), ["format"] = ["pdf", "txt"], ["code"] = ["404", "500"], ["token"] = ["none"],
        };
        var pages = product.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct();
        return [.. pages.Where(p => !p.Contains('*', StringComparison.Ordinal)).SelectMany(p => Fill(p, values)).Distinct(),
            .. new[] { "pdf", "text" }.SelectMany(form => values["meetingId"].Select(m => $"/cases/{CaseId}/meetings/{m}/minutes?form={form}")),
            $"/cases/{CaseId}?sort=name&search=zqx", $"/cases/{CaseId}/plan/compare?from=1&to=2", $"/cases/{CaseId}/no-such-page", "/cases?search=zqx"];
    }

    public async Task<T> With<T>(Func<CommonGroundDb, Task<T>> read) => await meeting.With(read);

    public async Task Plant()
    {
        await using var scope = product.Services.CreateAsyncScope();
        var planting = new Planting(scope.ServiceProvider.GetRequiredService<CommonGroundDb>(), CaseId,
            DemoFile.IdOf("sara"), DemoFile.IdOf("solberga"), Markers);
        Tables = planting.Tables.Count;
        Unplanted = await planting.Plant();
    }

    private async Task SayYes() => await meeting.Change(c =>
    {
        var offer = ConsentOffer.For(c.Matrix, PartyRole.Supervisor, treats: false);
        return c.Case.GiveConsent(Yes("jonas", PartyRole.Supervisor, [.. offer.ByConsent.Select(o => o.Kind)]), c.Now).Error;
    });

    private async Task OthersJoin() => await meeting.Change(c =>
        c.Case.GiveConsent(Yes("maria", PartyRole.Caseworker, [InformationKind.Contact, InformationKind.Plan]), c.Now).Error
            ?? c.Case.AddCareParty(DemoFile.IdOf("karin"), PartyRole.TreatingDoctor, treats: true, c.Now).Error);

    private static ConsentGiven Yes(string person, PartyRole role, InformationKind[] kinds) => new(DemoFile.IdOf(person), role, kinds.ToHashSet(),
        new HashSet<Purpose> { Purpose.Coordination, Purpose.Meeting, Purpose.Planning, Purpose.ReadCopy }, null, ConsentWay.OwnPage, "words", "sv", DemoFile.IdOf("sara"));

    /// <summary>Sara answers every question with a secret, and puts before the meeting only what she writes for it.</summary>
    private async Task Tell()
    {
        var here = $"/my/{CaseId}/interview";
        for (var part = 1; (await meeting.Sara.Open($"{here}?part={part}")).Document.QuerySelector("#answers") is IHtmlFormElement element; part++)
        {
            var form = new Form(element);
            foreach (var field in element.QuerySelectorAll("textarea[name^='a.']").OfType<IHtmlTextAreaElement>())
                form.Fill(field.Name!, Markers.New("Interview." + field.Name, InformationKind.Story));
            await meeting.Sara.Submit(form);
        }

        var told = await meeting.Sara.Open($"{here}?part=99");
        (await meeting.Sara.Submit(told.Form("form[action*='Tell']"))).ExpectOk();
        var points = (await meeting.Sara.Open($"{here}/points")).ExpectOk().Form().Fill("Points[0].Text", "I manage two mornings").Choose("Points[0].Chosen");
        var look = (await meeting.Sara.Submit(points, "button[value='look']")).ExpectOk();
        (await meeting.Sara.Submit(look.Form(), "button[value='put']")).ExpectOk();
    }

    private async Task Meet()
    {
        await meeting.UnderWay();
        await meeting.Put(meeting.Sara, "Mornings work.");
        await meeting.Agree("Two mornings");
        var board = await meeting.Amina.Open(meeting.Board);
        var jonas = board.Element<IHtmlSelectElement>("[name='Differ.Owner']").Options.Single(o => o.Text == "Jonas").Value;
        (await meeting.Amina.Submit(board.Form("form[action*='handler=Difference']").Fill("Differ.Text", "Which room").Fill("Differ.Owner", jonas)
            .Fill("Differ.AnswerBy", "2026-03-20"))).ExpectOk();
        await meeting.SayYes(meeting.Sara);
        await meeting.SayYes(meeting.Jonas);
        await Plant();
        var end = (await meeting.Amina.Open(meeting.Meeting + "/end")).ExpectOk();
        (await meeting.Amina.Submit(end.Form("form.next"))).ExpectOk();
    }

    /// <summary>A new version and its copies, made by what reads past the filter while the secrets stand there.</summary>
    private async Task ChangeThePlan()
    {
        await using var scope = product.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService<PlanHandler>();
        var by = new Domain.Journal.Actor(DemoFile.IdOf("amina"), Hat.Support, Purpose.Planning, Guid.CreateVersion7());
        var parties = await With(db => db.Whole<Party>().Where(p => p.CaseId == CaseId).Select(p => p.Id).ToListAsync());
        var changed = await scope.ServiceProvider.GetRequiredService<CaseChanges>().InCase(CaseId, by, async change =>
        {
            var made = await handler.FromMeeting(change, Guid.CreateVersion7(), new PlanContent
            {
                Items =
                [
                    new PlanItemContent { LineageId = Guid.CreateVersion7(), Type = PlanItemType.Goal, Text = "Half time in May", Due = new DateOnly(2026, 5, 1), Audience = PlanAudience.Workplace | PlanAudience.Insurance },
                    new PlanItemContent { LineageId = Guid.CreateVersion7(), Type = PlanItemType.Setback, Text = Markers.New("Plan.Setback", InformationKind.Health), Kind = InformationKind.Health },
                ],
            }, parties.ToHashSet());
            return made.Succeeded ? "/" : made.Error!;
        });
        Assert.True(changed.Succeeded, changed.Error?.Name);
    }

    private Task<string[]> Ids<T>(Func<CommonGroundDb, DbSet<T>> rows) where T : class, IOnCommonGround => With(async db =>
    {
        var all = await db.Whole<T>().AsNoTracking().ToListAsync();
        return all.Where(r => r.CaseId == CaseId && r.Kind is not (InformationKind.Health or InformationKind.Function or InformationKind.Story
            or InformationKind.Diary or InformationKind.Assessment)).Take(6).Select(r => $"{r.Id}").ToArray();
    });

    private Task<string[]> Of(Func<CommonGroundDb, IQueryable<Guid>> ids) => With(async db => (await ids(db).ToListAsync()).Select(id => $"{id}").ToArray());

    private Task<string[]> Steps() => With(async db =>
        (await db.Whole<StepState>().Where(s => s.CaseId == CaseId).Select(s => s.Key).ToListAsync()).Append("who").ToArray());

    private static IEnumerable<string> Fill(string page, IReadOnlyDictionary<string, string[]> values)
    {
        if (page.IndexOf('{', StringComparison.Ordinal) is var from && from < 0)
            return [page];

        // To the brace that ends it: a constraint can hold more of them.
        var (to, depth) = (from, 0);
        do depth += page[to] switch { '{' => 1, '}' => -1, _ => 0 };
        while (depth > 0 && ++to < page.Length);
        var name = page[(from + 1)..to].Split(':', '=', '?')[0];
        return values.GetValueOrDefault(name, ["none"]).SelectMany(value => Fill(page[..from] + value + page[(to + 1)..], values));
    }
}
