using System.Net;
using System.Reflection;
using System.Text;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Features.Sharing.WhoHasLooked;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>Who has looked: complete, at once, folded for reading and unfolded for counting; what was stopped; what was no look.</summary>
public abstract class LookedTests(RunningProduct product)
{
    [Fact]
    public async Task ALook_StandsInTheListAtTheNextRequest()
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina) = (await scene.As("sara"), await scene.As("amina"));
        foreach (var (address, line) in new[] { ("", "tittade på ditt ärende"), ("/steps", "tittade på dina steg"), ("/journal", "läste vad som har ändrats") })
        {
            Assert.DoesNotContain(line, (await sara.Open($"/my/{scene.CaseId}/looked")).ExpectOk().Text());
            (await amina.Open($"/cases/{scene.CaseId}{address}")).ExpectOk();
            Assert.Contains(line, (await sara.Open($"/my/{scene.CaseId}/looked")).ExpectOk().Text("ol.looks > li:first-child"));
        }
    }

    [Fact]
    public async Task ManyLooksAtOneThing_AreOneLine_ThatUnfoldsToAllOfThem_AndPagesLeaveNoneOut()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        for (var i = 0; i < 53; i++)
            await amina.Open($"/cases/{scene.CaseId}/invitations");
        var sara = await scene.As("sara");

        var first = (await sara.Open($"/my/{scene.CaseId}/looked?Viewer={CaseScene.Amina}")).ExpectOk();
        var second = await sara.Follow(first, "nav.pager a[rel=next]");

        Assert.Equal(await Count(scene, CaseScene.Amina), int.Parse(first.Text("main > p.row .grow").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(first.Texts("ol.looks summary"), t => t.StartsWith("50 gånger", StringComparison.Ordinal));
        Assert.Equal(50, first.Texts("ol.looks details li").Count);
        Assert.Contains(second.Texts("ol.looks summary"), t => t.StartsWith("3 gånger", StringComparison.Ordinal));
        Assert.False(second.Has("nav.pager a[rel=next]"));
    }

    [Fact]
    public async Task ThePart_IsToldOnceADay()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        await amina.Open($"/cases/{scene.CaseId}/steps");
        await amina.Open($"/cases/{scene.CaseId}/invitations");

        var lines = (await (await scene.As("sara")).Open($"/my/{scene.CaseId}/looked?Viewer={CaseScene.Amina}")).Texts("ol.looks > li p:has(strong)");

        Assert.True(lines.Count >= 2);
        Assert.Equal(1, lines.Count(l => l.Contains("rehabiliteringskoordinator", StringComparison.Ordinal)));
        Assert.All(lines, l => Assert.StartsWith("Amina Nord", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASentForm_IsToldByTheJournalAndIsNoLook()
    {
        var scene = await CaseScene.Open(product);
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.Step("start")!.Complete(change.Now);
            return "/";
        });
        var amina = await scene.As("amina");
        var page = (await amina.Open($"/cases/{scene.CaseId}/steps/interview-citizen")).ExpectOk();
        var before = await Count(scene, CaseScene.Amina);

        var done = await amina.Submit(page.Form("form[action*='Book']").Fill("At", "2030-01-11T13:30").Choose("Place", "Phone"));

        // One page was read: the one that the form led to.
        Assert.Equal($"/cases/{scene.CaseId}/steps", done.ExpectOk().Address.AbsolutePath);
        Assert.Equal(before + 1, await Count(scene, CaseScene.Amina));
    }

    [Fact]
    public async Task WhatIsNotThere_ForSomeoneInTheCase_IsAnAttempt_AndPartsThatAreNotShownAreNone()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var jonas = await scene.As("jonas");
        (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk();
        (await jonas.Open($"/cases/{scene.CaseId}/interview/interview")).Expect(HttpStatusCode.NotFound);
        (await jonas.Open($"/cases/{scene.CaseId}/meetings/{Guid.CreateVersion7()}")).Expect(HttpStatusCode.NotFound);

        var stopped = (await sara.Open($"/my/{scene.CaseId}/looked?Stopped=true")).ExpectOk();

        Assert.Equal(2, stopped.Texts("ol.looks > li").Count);
        Assert.Contains("Jonas Ek försökte öppna ett av dina möten. Inget visades.", stopped.Text("ol.looks > li:nth-child(1)").Replace(", chef på Solbergaskolan,", "", StringComparison.Ordinal));
        Assert.Contains("försökte öppna ditt samtal", stopped.Text("ol.looks > li:nth-child(2)"));
        Assert.Contains("öppnade sin egen sida", (await sara.Open($"/my/{scene.CaseId}/looked")).Text("ol.looks"));
    }

    [Fact]
    public async Task Filter_ByDay_TakesBothEndsWith()
    {
        var scene = await CaseScene.Open(product);
        (await (await scene.As("amina")).Open($"/cases/{scene.CaseId}/steps")).ExpectOk();
        var sara = await scene.As("sara");
        var today = product.Services.GetRequiredService<Texts>().LocalDay(product.Clock.GetUtcNow().UtcDateTime);

        Assert.True((await sara.Open($"/my/{scene.CaseId}/looked?From={today:yyyy-MM-dd}&To={today:yyyy-MM-dd}")).Has("ol.looks"));
        Assert.True((await sara.Open($"/my/{scene.CaseId}/looked?From={today.AddDays(1):yyyy-MM-dd}")).Has(".empty"));
        Assert.True((await sara.Open($"/my/{scene.CaseId}/looked?To={today.AddDays(-1):yyyy-MM-dd}")).Has(".empty"));
        (await sara.Open($"/my/{scene.CaseId}/looked?From=zqx&To=9999-12-31")).ExpectOk();
    }

    [Fact]
    public async Task ASearchThatFoundSomeone_IsToldAsASearch()
    {
        var scene = await CaseScene.Open(product);
        (await (await scene.As("amina")).Open("/episodes?Find=Sara")).ExpectOk();

        Assert.Contains("sökte i enhetens lista över sjukfall och hittade dig för att kunna erbjuda hjälp.",
            (await (await scene.As("sara")).Open($"/my/{DemoFile.IdOf("case-sara")}/looked")).Text("ol.looks > li:first-child"));
    }

    [Fact]
    public async Task TheSupervisorsTalk_IsToldAsThat_AndAListAsAList()
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina) = (await scene.As("sara"), await scene.As("amina"));
        await scene.SayYesToJonas(sara, InformationKind.Work);
        (await amina.Open($"/cases/{scene.CaseId}/interview/interview-supervisor")).ExpectOk();
        Assert.Contains("öppnade samtalet med din chef", (await sara.Open($"/my/{scene.CaseId}/looked")).Text("ol.looks > li:first-child"));
        (await amina.Open($"/cases/{scene.CaseId}/interview/interview-supervisor/paper")).ExpectOk();
        Assert.Contains("öppnade samtalet med din chef som pappersblankett", (await sara.Open($"/my/{scene.CaseId}/looked")).Text("ol.looks > li:first-child"));

        var look = new Look(Guid.Empty, 1, default, new LookViewer(Guid.Empty, "Amina", null, null, null), null, "SickNotes/Upload/Upload", Purpose.Intake, true, []);
        Assert.Equal("tittade på listan över intyg, där ditt finns med", new LookWords(product.Services.GetRequiredService<Texts>().In("sv")).What(look));
    }

    [Fact]
    public void InDanish_WhoLooked_IsSpokenOfAsOne()
    {
        var danish = product.Services.GetRequiredService<Texts>().In("da");
        foreach (var key in new[] { "look.what.ForMe.ForMe", "look.what.Work.AtWork.AtWork", "look.what.Interviews.FillIn.SupervisorInterview", "look.for.Own", "look.for.Coordination.Supervisor" })
            Assert.DoesNotContain("deres", danish[key], StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_HoldsEveryLook_AndIsTheCitizensOwn()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        for (var i = 0; i < 3; i++)
            await amina.Open($"/cases/{scene.CaseId}/steps");
        await (await scene.As("oskar")).Open($"/my/{scene.CaseId}/sharing");
        var sara = await scene.As("sara");
        var all = await Count(scene, null);

        var answer = await sara.Client.GetAsync(new Uri($"/my/{scene.CaseId}/looked.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.StartsWith("\"Dag\";\"Tid\";\"Namn\"", lines[0][1..], StringComparison.Ordinal);
        Assert.Equal(all, lines.Length - 1);
        Assert.Equal(3, lines.Count(l => l.Contains("\"tittade på dina steg\"", StringComparison.Ordinal)));
        Assert.Contains(lines, l => l.Contains("\"Oskar Öberg\"", StringComparison.Ordinal) && l.EndsWith("\"Nej\"", StringComparison.Ordinal));
        Assert.Single(await Lines(sara, $"/my/{scene.CaseId}/looked.csv?Stopped=true"), l => l.Contains("Oskar", StringComparison.Ordinal));
        Assert.Equal(2, (await Lines(sara, $"/my/{scene.CaseId}/looked.csv?Stopped=true")).Length);
        Assert.True(await scene.Read(db => db.AccessLog.AnyAsync(e => e.ViewerPersonId == CaseScene.Sara && e.What == "Sharing/WhoHasLooked/LookedFile")));
        Assert.Equal(HttpStatusCode.NotFound, (await amina.Open($"/my/{scene.CaseId}/looked.csv")).Status);
    }

    [Fact]
    public void File_ANameThatReadsAsAFormula_StaysText()
    {
        var texts = product.Services.GetRequiredService<Texts>().In("en");
        var look = new Look(Guid.Empty, 1, new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc), new LookViewer(Guid.Empty, "=HYPERLINK(\"x\")", null, null, "+1"),
            null, "Cases/Steps/Steps", Purpose.Coordination, true, [InformationKind.Plan]);

        var file = Encoding.UTF8.GetString(LookTable.Of([look], texts));

        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\";\"\";\"'+1\";\"looked at your steps\"", file);
    }

    [Fact]
    public void Lines_FoldOnePersonAtOneThing_HalfAnHourApart_AndNeverWhatWasStoppedWithWhatWasNot()
    {
        var (amina, karin) = (new LookViewer(CaseScene.Amina, "Amina", null, null, null), new LookViewer(CaseScene.Karin, "Karin", null, null, null));
        Look At(LookViewer who, int minutes, bool permitted = true) => new(Guid.Empty, minutes, new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc).AddMinutes(minutes), who,
            PartyRole.Coordinator, "Plans/ShowPlan/ShowPlan", Purpose.Planning, permitted, []);

        var day = Assert.Single(LookDay.Of(
            [At(amina, 120), At(amina, 61), At(amina, 60, permitted: false), At(karin, 50), At(amina, 31), At(amina, 1), At(amina, 0)], product.Services.GetRequiredService<Texts>()));

        Assert.Equal([[120], [61, 31, 1, 0], [60], [50]], day.Lines.Select(l => l.Looks.Select(look => look.Position).ToArray()));
        Assert.Equal([true, false, false, true], day.Lines.Select(l => l.WithPart));
    }

    [Fact]
    public async Task EveryPageThatOthersOpen_HasWordsOfItsOwn()
    {
        var texts = product.Services.GetRequiredService<Texts>();
        var loader = product.Services.GetRequiredService<PageLoader>();
        // They show nothing about anybody but whoever is signed in.
        string[] ownOnly = ["SignIn/SignOut", "Meetings/HoldMeeting/Closed"];
        var pages = new HashSet<string>();
        foreach (var endpoint in product.Services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var declared = page is null ? endpoint.Metadata.GetMetadata<AccessAttribute>()
                : (await loader.LoadAsync(page, endpoint.Metadata)).ModelTypeInfo!.GetCustomAttribute<AccessAttribute>();
            if (declared is not (InCaseAttribute { Roles: [PartyRole.Citizen] } or OpenToAllAttribute or DemoOnlyAttribute))
                pages.Add(page?.ViewEnginePath.TrimStart('/') ?? endpoint.DisplayName!);
        }

        pages.ExceptWith(ownOnly);
        pages.RemoveWhere(p => p.StartsWith("MyAccount/", StringComparison.Ordinal));
        Assert.True(pages.Count > 40, $"only {pages.Count}");
        Assert.Equal([], pages.Where(p => !LookWords.Knows(texts, p) && !p.StartsWith("Fallback", StringComparison.Ordinal)));
    }

    private static async Task<string[]> Lines(Testing.Pages.Visitor visitor, string address) =>
        (await visitor.Client.GetStringAsync(new Uri(address, UriKind.Relative))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static Task<int> Count(CaseScene scene, Guid? viewer) => scene.Read(db => db.AccessLog.CountAsync(e =>
        (viewer == null ? e.ViewerPersonId != CaseScene.Sara : e.ViewerPersonId == viewer)
        && e.People.Any(p => p.PersonId == CaseScene.Sara && (p.CaseId == null || p.CaseId == scene.CaseId))));

    public sealed class OnSqlite(SqliteDemo product) : LookedTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : LookedTests(product), IClassFixture<PostgresDemo>;
}
