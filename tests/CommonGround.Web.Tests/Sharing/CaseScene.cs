using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>A case of Sara's, led by Amina, with Karin who treats: opened as the product opens it.</summary>
public sealed class CaseScene
{
    /// <summary>Planted where no one at work, no mail and no stranger may ever meet it.</summary>
    public const string Secret = "zebraflykt";

    public static readonly Guid Sara = DemoFile.IdOf("sara");
    public static readonly Guid Amina = DemoFile.IdOf("amina");
    public static readonly Guid Karin = DemoFile.IdOf("karin");
    public static readonly Guid Jonas = DemoFile.IdOf("jonas");

    private RunningProduct Product { get; init; } = default!;

    public Guid CaseId { get; } = Guid.CreateVersion7();

    public static async Task<CaseScene> Open(RunningProduct product)
    {
        var scene = new CaseScene { Product = product };
        var programme = product.Services.GetRequiredService<ProgrammeLibrary>().Programmes.First(p => p.Country == "se");
        await using var scope = product.Services.CreateAsyncScope();
        var opened = await scope.ServiceProvider.GetRequiredService<CaseChanges>().InUnit(
            DemoFile.IdOf("stress-clinic"), new Actor(Amina, Hat.Support, Purpose.Intake, Guid.CreateVersion7()), change =>
            {
                change.Open(Case.Open(scene.CaseId, programme.Key, programme.Hash, "se", change.Unit.Id, Sara, Amina, new DateOnly(2026, 2, 2),
                    programme.Steps.Select(s => s.Key), change.Now));
                return Task.FromResult<Outcome<string>>("/");
            });
        Assert.True(opened.Succeeded);
        await scene.Change(Amina, change =>
        {
            change.Case.AddCareParty(Karin, PartyRole.TreatingDoctor, treats: true, change.Now);
            change.Journal("PlanLineFollowed",
                new JournalWords(InformationKind.Health, "note", "Diagnosis " + Secret, Karin),
                new JournalWords(InformationKind.Story, "note", "Story " + Secret, Sara));
            change.Db.Add(new ReleasedPoint(
                change.NewId(), scene.CaseId, change.Case.ActiveParty(PartyRole.Citizen, change.Now)!.Id, Sara, null, InformationKind.Work, "Teaches two classes", change.Now));
            return "/";
        });
        return scene;
    }

    public Task<Visitor> As(string person) => Product.SignInAs(person);

    public async Task<Outcome<string>> Change(Guid by, Func<CaseChange, Outcome<string>> make)
    {
        await using var scope = Product.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseChanges>().InCase(
            CaseId, new Actor(by, Hat.Support, Purpose.Coordination, Guid.CreateVersion7()), change => Task.FromResult(make(change)));
    }

    /// <summary>Past the filter, to look behind the pages.</summary>
    public Task<T> Read<T>(Func<CommonGroundDb, Task<T>> read) => Product.Services.With(read);

    /// <summary>Sara says yes to Jonas, on her own pages, one decision at a time.</summary>
    public Task<Page> SayYesToJonas(Visitor sara, params InformationKind[] kinds) => SayYesToJonas(sara, kinds, "Meeting", "Plan");

    /// <param name="purposes">What it may be used for.</param>
    public async Task<Page> SayYesToJonas(Visitor sara, InformationKind[] kinds, params string[] purposes)
    {
        var page = await sara.Open($"/my/{CaseId}/sharing/give");
        page = await sara.Submit(page.Form().Choose("Form.Who", "new-Supervisor"));
        page = await sara.Submit(page.Form().Fill("Form.GivenName", "Jonas").Fill("Form.FamilyName", "Ek")
            .Fill("Form.Email", "jonas.ek@kommun.example").Fill("Form.Workplace", "Solbergaskolan"));
        var form = page.Form();
        foreach (var kind in kinds)
            form.Choose("Form.Kinds", kind.ToString());
        page = await sara.Submit(form);
        var uses = page.Form();
        foreach (var purpose in purposes)
            uses.Choose("Form.Purposes", purpose);
        page = await sara.Submit(uses);
        page = await sara.Submit(page.Form());
        return await sara.Submit(page.ExpectOk().Form());
    }
}
