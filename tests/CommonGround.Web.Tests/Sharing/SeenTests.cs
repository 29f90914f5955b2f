using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>As they see it, who has looked, who helps.</summary>
public abstract class SeenTests(RunningProduct product)
{
    [Fact]
    public async Task AsTheySee_TheSupervisor_HasWorkAndNeverHealth_AndIsTheCitizensOwnLook()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var party = await Party(scene, PartyRole.Supervisor);

        var page = (await sara.Open($"/my/{scene.CaseId}/sharing/as/{party.Id}")).ExpectOk();

        Assert.Contains("Teaches two classes", page.Text());
        Assert.DoesNotContain(CaseScene.Secret, page.Html);
        Assert.DoesNotContain("Karin Berg", page.Html);
        Assert.False(page.Has("main .hat"), "Nothing is promised on a workplace's behalf.");
        Assert.False(await scene.Read(db => db.AccessLog.AnyAsync(e => e.ViewerPersonId == CaseScene.Jonas && e.People.Any(p => p.CaseId == scene.CaseId))));
        Assert.True(await scene.Read(db => db.AccessLog.AnyAsync(e =>
            e.ViewerPersonId == CaseScene.Sara && e.What == "Sharing/AsTheySee/AsTheySee" && e.People.Any(p => p.CaseId == scene.CaseId && (p.Kinds & (1 << (int)InformationKind.Work)) != 0))));
    }

    [Fact]
    public async Task AsTheySee_WhoTreats_SeesHealth_AndNotTheStory()
    {
        var scene = await CaseScene.Open(product);
        var party = await Party(scene, PartyRole.TreatingDoctor);

        var text = (await (await scene.As("sara")).Open($"/my/{scene.CaseId}/sharing/as/{party.Id}")).ExpectOk().Text();

        Assert.Contains("Diagnosis " + CaseScene.Secret, text);
        Assert.DoesNotContain("Story " + CaseScene.Secret, text);
    }

    [Fact]
    public async Task AsTheySee_AfterWithdrawal_IsNothing()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var party = await Party(scene, PartyRole.Supervisor);
        var consent = await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId));
        await sara.Submit((await sara.Open($"/my/{scene.CaseId}/sharing/withdraw/{consent.Id}")).Form());

        var page = (await sara.Open($"/my/{scene.CaseId}/sharing/as/{party.Id}")).ExpectOk();

        Assert.DoesNotContain("Teaches two classes", page.Text());
        Assert.Contains("kan inte öppna något om dig här nu", page.Text());
    }

    [Fact]
    public async Task WhoHasLooked_TellsAtOnce_WhoLookedAndWhoWasNotLetIn_AndLeavesOutOnesOwn()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await sara.Open($"/my/{scene.CaseId}/sharing");
        Assert.True((await sara.Open($"/my/{scene.CaseId}/looked")).ExpectOk().Has(".empty"));
        var amina = await scene.As("amina");
        (await amina.Open($"/cases/{scene.CaseId}/consent")).ExpectOk();
        await (await scene.As("oskar")).Open($"/my/{scene.CaseId}/sharing");

        var page = (await sara.Open($"/my/{scene.CaseId}/looked")).ExpectOk();

        Assert.Contains("Amina Nord, rehabiliteringskoordinator på Stressmottagningen, Region Norrstrand, öppnade sidan där ditt ja skrivs in för att hålla ihop din hjälp.", page.Text());
        Assert.Contains("Oskar Öberg försökte öppna vad du har valt att dela. Inget visades.", page.Text());
        Assert.DoesNotContain("Sara Lind", page.Text("ol.looks"));
        Assert.DoesNotContain("Oskar", (await sara.Open($"/my/{scene.CaseId}/looked?Kind=Contact")).Text("ol.looks"));
        Assert.DoesNotContain("Oskar", (await sara.Open($"/my/{scene.CaseId}/looked?Viewer={CaseScene.Amina}")).Text("ol.looks"));
        Assert.True((await sara.Open($"/my/{scene.CaseId}/looked?Kind=Diary")).Has(".empty"));
    }

    [Fact]
    public async Task WhoHelps_NamesEachWithTheirHat()
    {
        var scene = await CaseScene.Open(product);

        var text = (await (await scene.As("sara")).Open($"/my/{scene.CaseId}/who-helps")).ExpectOk().Text();

        Assert.Contains("Amina Nord Rehabiliteringskoordinator, Region Norrstrand", text);
        Assert.Contains("Karin Berg Behandlande läkare", text);
        Assert.Contains("090-123 45", text);
    }

    [Fact]
    public async Task AsTheySee_ReadsInWords_WhateverStandsOnCommonGround()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("ingrid");
        var caseId = DemoFile.IdOf("case-ingrid");
        var parties = await scene.Read(db => db.Whole<Party>().Where(p => p.CaseId == caseId && p.Role != PartyRole.Citizen).Select(p => p.Id).ToListAsync());
        Assert.True(parties.Count >= 3);
        foreach (var party in parties)
        {
            var lines = (await sara.Open($"/my/{caseId}/sharing/as/{party}")).ExpectOk().Texts("ul.lined > li");
            Assert.All(lines, line => Assert.False(
                line.Length == 0 || line == "En uppgift" || System.Text.RegularExpressions.Regex.IsMatch(line, "^[A-Z_]{4,}$"), $"\"{line}\" says nothing."));
        }
    }

    [Fact]
    public async Task Pages_CostFewStatements()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, InformationKind.Work);
        foreach (var address in new[] { "sharing", "looked", "who-helps" })
        {
            var page = (await sara.Open($"/my/{scene.CaseId}/{address}")).ExpectOk();
            // The page's own: what the house asks for every page (policy, sign-in) is counted there.
            var own = page.Sql.Where(s => s.Tags.Count == 0).ToList();
            Assert.True(own.Count <= 5, $"{address}: {own.Count}\n{string.Join("\n---\n", own.Select(s => s.Text))}");
        }
    }

    private static Task<Party> Party(CaseScene scene, PartyRole role) =>
        scene.Read(db => db.Whole<Party>().SingleAsync(p => p.CaseId == scene.CaseId && p.Role == role));

    public sealed class OnSqlite(SqliteDemo product) : SeenTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : SeenTests(product), IClassFixture<PostgresDemo>;
}
