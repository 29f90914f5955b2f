using System.Net;
using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Meetings;

/// <summary>A case of its own with Sara, Amina who coordinates, and Jonas whom Sara has said yes to; each with a browser.</summary>
internal sealed class MeetingScene
{
    private readonly IServiceProvider _services;

    private MeetingScene(IServiceProvider services, Guid caseId) => (_services, CaseId) = (services, caseId);

    public Guid CaseId { get; }

    public Visitor Amina { get; private set; } = default!;

    public Visitor Sara { get; private set; } = default!;

    public Visitor Jonas { get; private set; } = default!;

    /// <summary>Address of the meeting, once it is proposed.</summary>
    public string Meeting { get; private set; } = "";

    public string Board => Meeting + "/board";

    /// <param name="readsCopies">Jonas's permission is as the product's own pages give it: reading copies belongs to it.</param>
    public static async Task<MeetingScene> Set(RunningProduct product, bool readsCopies = false)
    {
        var scene = new MeetingScene(product.Services, Guid.CreateVersion7());
        await scene.OpenCase(readsCopies);
        scene.Amina = await product.SignInAs("amina");
        scene.Sara = await product.SignInAs("sara");
        scene.Jonas = await product.SignInAs("jonas");
        return scene;
    }

    public async Task<MeetingScene> Proposed()
    {
        var page = (await Amina.Open($"/cases/{CaseId}/meetings/propose")).ExpectOk();
        var done = (await Amina.Submit(page.Form().Fill("Input.Times[0]", "2026-03-10T13:00").Fill("Input.Times[1]", "2026-03-11T09:00")
            .Fill("Input.PlaceWords", "Room 3"))).ExpectOk();
        Meeting = done.Address.AbsolutePath;
        return this;
    }

    public async Task<MeetingScene> UnderWay()
    {
        await Proposed();
        foreach (var visitor in new[] { Sara, Jonas })
        {
            var page = (await visitor.Open(Meeting)).ExpectOk();
            (await visitor.Submit(page.Form("form[action*='Answer']"), "button[value='Yes']")).ExpectOk();
        }

        var prepared = await Amina.Open(Meeting);
        (await Amina.Submit(prepared.Form("form[action*='Start']"))).ExpectOk();
        return this;
    }

    public async Task<Page> Put(Visitor visitor, string text)
    {
        var page = (await visitor.Open(Meeting)).ExpectOk();
        var preview = (await visitor.Submit(page.Form("form[action*='Preview']").Fill("Point.Text", text))).ExpectOk();
        return (await visitor.Submit(preview.Form("section.next form"))).ExpectOk();
    }

    public async Task<Page> Agree(string text, bool complete = true)
    {
        var form = (await Amina.Open(Board)).ExpectOk().Form("form[action*='handler=Agreement']").Fill("Terms.Text", text);
        if (complete)
        {
            var jonas = (await Amina.Open(Board)).Element<AngleSharp.Html.Dom.IHtmlSelectElement>("[name='Terms.Owner']").Options
                .Single(o => o.Text == "Jonas").Value;
            form.Fill("Terms.Owner", jonas).Fill("Terms.From", "2026-03-16").Fill("Terms.Review", "2026-03-30");
        }

        return (await Amina.Submit(form)).ExpectOk();
    }

    public async Task<Page> SayYes(Visitor visitor) =>
        (await visitor.Submit((await visitor.Open(Board)).Form("form[action*='handler=Yes']"))).ExpectOk();

    public Task<T> With<T>(Func<CommonGroundDb, Task<T>> read) => _services.With(read);

    public async Task Change(Func<CaseChange, Error?> change)
    {
        await using var scope = _services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseChanges>().InCase(
            CaseId, new Actor(DemoFile.IdOf("sara"), Hat.Support, Purpose.Own, Guid.CreateVersion7()), c =>
            {
                var error = change(c);
                c.Journal("ConsentGiven");
                return Task.FromResult(error is null ? "/" : (Outcome<string>)error);
            });
        Assert.True(outcome.Succeeded, outcome.Error?.Name);
    }

    /// <summary>Sara lets someone read copies of these kinds.</summary>
    public Task Consent(string person, PartyRole role, params InformationKind[] kinds) => Change(c => c.Case.GiveConsent(new ConsentGiven(
        DemoFile.IdOf(person), role, kinds.ToHashSet(), new HashSet<Purpose> { Purpose.Coordination, Purpose.ReadCopy },
        null, ConsentWay.OwnPage, "words", "sv", DemoFile.IdOf("sara")), c.Now).Error);

    public Task<Guid> Party(string person) => With(db => db.Whole<Party>().Where(p => p.CaseId == CaseId && p.PersonId == DemoFile.IdOf(person))
        .OrderByDescending(p => p.From).Select(p => p.Id).FirstAsync());

    /// <summary>The test's browser takes no time of day for valid; real ones do.</summary>
    public static Form Unchecked(Page page, string form)
    {
        page.Element<AngleSharp.Html.Dom.IHtmlFormElement>(form).SetAttribute("novalidate", "");
        return page.Form(form);
    }

    private async Task OpenCase(bool readsCopies)
    {
        await using (var scope = _services.CreateAsyncScope())
        {
            var programme = scope.ServiceProvider.GetRequiredService<ProgrammeLibrary>().Programmes[0];
            var opened = await scope.ServiceProvider.GetRequiredService<CaseChanges>().InUnit(DemoFile.IdOf("stress-clinic"),
                new Actor(DemoFile.IdOf("amina"), Hat.Support, Purpose.Intake, Guid.CreateVersion7()), change =>
                {
                    change.Open(Case.Open(CaseId, programme.Key, programme.Hash, "se", change.Unit.Id, DemoFile.IdOf("sara"),
                        DemoFile.IdOf("amina"), new DateOnly(2026, 2, 2), programme.Steps.Select(s => s.Key), change.Now));
                    return Task.FromResult<Outcome<string>>("/cases");
                });
            Assert.True(opened.Succeeded);
        }

        await Change(c => c.Case.GiveConsent(new ConsentGiven(DemoFile.IdOf("jonas"), PartyRole.Supervisor,
            new HashSet<InformationKind> { InformationKind.Contact, InformationKind.Work },
            readsCopies ? new HashSet<Purpose> { Purpose.Coordination, Purpose.Meeting, Purpose.Planning, Purpose.ReadCopy } : new HashSet<Purpose> { Purpose.Meeting, Purpose.Planning },
            null, ConsentWay.OwnPage, "words", "sv", DemoFile.IdOf("sara")), c.Now).Error);
    }
}
