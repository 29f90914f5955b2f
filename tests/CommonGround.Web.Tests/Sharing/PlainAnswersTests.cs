using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>The pages that tell who sees what give one answer, and the same on each: what someone who read them for the first time stumbled on.</summary>
public abstract class PlainAnswersTests(RunningProduct product)
{
    private static readonly Guid Oskars = DemoFile.IdOf("case-oskar");

    [Fact]
    public async Task WhoeverComesAlong_LearnsWhoTakesPart_AndNotWhatStandsOnTheSickNote()
    {
        var berits = DemoFile.IdOf("case-berit");
        var lena = await product.With(db => db.Whole<Party>().FirstAsync(p => p.CaseId == berits && p.Role == PartyRole.Companion));

        var seen = (await (await product.SignInAs("berit")).Open($"/my/{berits}/sharing/as/{lena.Id}")).ExpectOk().Text();

        Assert.Contains("Berit Åkesson", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("personnummer", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Adress", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAuthority_IsNotShownHowFarItHasCome_NorAPictureOfItThatIsWrong()
    {
        var maria = await product.SignInAs("maria");

        var row = (await maria.Open("/cases")).ExpectOk().Document.QuerySelector($"tr:has(a[href='/cases/{Oskars}'])")!;
        Assert.Equal("–", row.QuerySelector("td[data-label='Dag']")!.TextContent.Trim());
        Assert.Contains("Visas inte här", row.TextContent, StringComparison.Ordinal);
        foreach (var page in new[] { "", "/steps" })
        {
            var shown = (await maria.Open($"/cases/{Oskars}{page}")).ExpectOk();
            Assert.Contains("Hur långt det har kommit visas inte här.", shown.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain("Väntar på", shown.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain("försenat", shown.Text(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Planen kommer ur", (await maria.Open($"/cases/{Oskars}")).ExpectOk().Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("visas inte här", (await (await product.SignInAs("amina")).Open($"/cases/{Oskars}/steps")).ExpectOk().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaseworkersList_ShowsThatTheCaseIsThere_AndIsToldSo()
    {
        (await (await product.SignInAs("maria")).Open("/cases")).ExpectOk();

        var told = await product.With(db => db.AccessLog.AsNoTracking().Include(e => e.People)
            .Where(e => e.ViewerPersonId == DemoFile.IdOf("maria") && e.What == "Cases/MyCases/MyCases").OrderByDescending(e => e.Position).FirstAsync());

        Assert.Equal(0, Assert.Single(told.People, p => p.CaseId == Oskars).Kinds);
        Assert.Contains("i sitt arbete med din ersättning", await LookedByOskar(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APlanOnTheManagersPage_IsACopyThatTheyWereShown()
    {
        var per = await product.SignInAs("per");
        (await per.Open($"/work/{Oskars}")).ExpectOk();
        (await per.Open($"/work/{Oskars}")).ExpectOk();

        var newest = await product.With(db => db.Whole<HandedOverCopy>().Where(c => c.CaseId == Oskars && c.RecipientPersonId == DemoFile.IdOf("per") && c.Of == CopyOf.Plan)
            .OrderByDescending(c => c.HandedAt).FirstAsync());

        Assert.NotNull(newest.ReceiptAt);
        Assert.Equal(1, await product.With(db => db.Journal.CountAsync(e => e.StreamId == Oskars && e.Event == "CopyOpened")));
        Assert.Contains("för sin del som chef", await LookedByOskar(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStepWhoseDayHasPassed_CanBeTakenNow()
    {
        var oskar = await product.SignInAs("oskar");
        var before = (await oskar.Open($"/my/{Oskars}")).ExpectOk().Text(".card.next");
        Assert.Contains("Det var tänkt senast", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Senast", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsTheySee_ThePlansSteps_StandInTheirOrder_EachWithItsDayAndDegree()
    {
        var party = await product.With(db => db.Whole<Party>().FirstAsync(p => p.CaseId == Oskars && p.Role == PartyRole.Coordinator));
        var steps = await product.With(db => db.Whole<PlanItem>().Where(i => i.CaseId == Oskars && i.Type == PlanItemType.GradedStep).OrderBy(i => i.From).Select(i => i.Text).ToListAsync());

        var lines = (await (await product.SignInAs("oskar")).Open($"/my/{Oskars}/sharing/as/{party.Id}")).ExpectOk().Texts("ul.lined > li");

        var shown = lines.Where(line => steps.Any(step => line.StartsWith(step.TrimEnd('.') + ", från ", StringComparison.Ordinal))).ToList();
        Assert.Equal(steps.Select(step => step.TrimEnd('.')), shown.Select(line => line.Split(", från ")[0]));
        Assert.All(shown, line => Assert.Contains("%", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AsTheySee_EachTextSaysWhoseItIs_AndASickNotesQuestionsHaveNoNumbers()
    {
        var party = await product.With(db => db.Whole<Party>().FirstAsync(p => p.CaseId == Oskars && p.Role == PartyRole.Coordinator));

        var page = (await (await product.SignInAs("oskar")).Open($"/my/{Oskars}/sharing/as/{party.Id}")).ExpectOk();

        var lines = page.Texts("ul.lined > li");
        Assert.Contains(lines, line => line.StartsWith("Yrke och arbetsuppgifter\nSvetsare", StringComparison.Ordinal) && line.Contains("Från sjukintyget", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Dina ord", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Amina Nord", StringComparison.Ordinal));
        Assert.DoesNotContain("(fråga", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatOthersHaveWritten_ASickNoteStandsTogether()
    {
        var lines = (await (await product.SignInAs("oskar")).Open($"/my/{Oskars}/mine/written")).ExpectOk().Texts("ul.lined > li");

        var degrees = lines.Where(line => line.StartsWith("Grad och period", StringComparison.Ordinal)).ToList();
        Assert.True(degrees.Count > 2);
        // Degree and period of one row follow each other.
        for (var i = 0; i + 1 < degrees.Count; i += 2)
            Assert.Single(degrees.Skip(i).Take(2), line => line.Contains('%', StringComparison.Ordinal));
    }

    [Fact]
    public void AShortDate_InDanish_NamesTheMonth_NotChristmas()
    {
        var texts = product.Services.GetRequiredService<Texts>().In("da");

        Assert.Equal("2. juli", texts.ShortDate(new DateOnly(2027, 7, 2)));
        Assert.Equal("2. dec.", texts.ShortDate(new DateOnly(2027, 12, 2)));
    }

    private async Task<string> LookedByOskar() => (await (await product.SignInAs("oskar")).Open($"/my/{Oskars}/looked")).ExpectOk().Text();

    public sealed class OnSqlite(SqliteDemo product) : PlainAnswersTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : PlainAnswersTests(product), IClassFixture<PostgresDemo>;
}
