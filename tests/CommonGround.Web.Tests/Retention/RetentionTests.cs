using CommonGround.Domain.Forms;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Commands;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Retention;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Retention;

/// <summary>Oskar's case has been told, met and planned in; Sara's has hardly begun. Each test takes a case of its own.</summary>
public abstract class RetentionTests(RunningProduct product)
{
    private static readonly Guid Oskars = DemoFile.IdOf("case-oskar");

    [Fact]
    public async Task TimeGoes_KindByKind_ThenTheWholeCase_AndTheJournalStaysWhole()
    {
        var schedules = Schedules(InformationKind.Story, years: 1, others: 3);
        var last = await LastEntry(Oskars);

        Assert.Equal(0, await Due(schedules, Oskars, last.AddYears(1).AddDays(-1)));
        Assert.NotEqual(0, await Answers(InformationKind.Story));

        Assert.NotEqual(0, await Due(schedules, Oskars, last.AddYears(1)));
        Assert.Equal(0, await Answers(InformationKind.Story));
        Assert.Equal(0, await product.With(db => db.Whole<JournalText>().CountAsync(t => t.CaseId == Oskars && t.Kind == InformationKind.Story)));
        Assert.NotEqual(0, await product.With(db => db.Whole<StoredAnswer>().CountAsync(a => a.CaseId == Oskars)));
        Assert.Null(await Broken());

        // A second day has nothing to do: an erasure does not begin the time anew, nor is it repeated.
        Assert.Equal(0, await Due(schedules, Oskars, last.AddYears(1).AddDays(1)));

        Assert.NotEqual(0, await Due(schedules, Oskars, last.AddYears(3)));
        Assert.False(await product.With(db => db.Cases.AnyAsync(c => c.Id == Oskars)));
        Assert.NotEqual(0, await product.With(db => db.Journal.CountAsync(e => e.StreamId == Oskars)));
        Assert.Null(await Broken());
    }

    [Fact]
    public async Task Words_AreMissed_UnlessAnErasureInTheirOwnJournalNamesThem()
    {
        var caseId = DemoFile.IdOf("case-gunilla");
        var word = await product.With(db => db.Whole<JournalText>().AsNoTracking().Where(t => t.CaseId == caseId).OrderBy(t => t.Position).FirstAsync());
        await product.With(db => db.Whole<JournalText>().Where(t => t.Id == word.Id).ExecuteDeleteAsync());
        Assert.Equal((AuditFlaw.TextMissing, word.Position), await Broken());

        // It names only what it took: what had gone before stays missed.
        Assert.NotEqual(0, await Due(Schedules(InformationKind.Diary, years: 1, others: 1), caseId, (await LastEntry(caseId)).AddYears(1)));
        Assert.Equal((AuditFlaw.TextMissing, word.Position), await Broken());

        await Add(word);
        Assert.Null(await Broken());
    }

    [Fact]
    public async Task Words_ThatStandAgainAfterTheirErasure_AreSeen()
    {
        var caseId = DemoFile.IdOf("case-berit");
        var word = await product.With(db => db.Whole<JournalText>().AsNoTracking().Where(t => t.CaseId == caseId).OrderBy(t => t.Position).FirstAsync());
        Assert.NotEqual(0, await Due(Schedules(InformationKind.Diary, years: 1, others: 1), caseId, (await LastEntry(caseId)).AddYears(1)));
        Assert.Null(await Broken());

        await Add(word);
        Assert.Equal((AuditFlaw.TextAdded, word.Position), await Broken());
        await product.With(db => db.Whole<JournalText>().Where(t => t.Id == word.Id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Command_ErasesADecidedCase_AndSaysWhatIsWrongElse()
    {
        var caseId = DemoFile.IdOf("case-mikael");
        var texts = product.Services.GetRequiredService<Texts>();
        await using var scope = product.Services.CreateAsyncScope();
        using StringWriter output = new(), errors = new();

        foreach (var unfit in new[] { "no-such-rule", "dk-case-file-kept" })
            Assert.Equal(1, await RetentionCommand.Erase(scope.ServiceProvider, caseId, unfit, texts, output, errors));
        Assert.Contains("se-patient-record-destroyed", errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("dk-own-until-removed", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RetentionCommand.Erase(scope.ServiceProvider, Guid.CreateVersion7(), "se-patient-record-destroyed", texts, output, errors));
        Assert.True(await product.With(db => db.Cases.AnyAsync(c => c.Id == caseId)));

        Assert.Equal(0, await RetentionCommand.Erase(scope.ServiceProvider, caseId, "se-patient-record-destroyed", texts, output, errors));
        Assert.False(await product.With(db => db.Cases.AnyAsync(c => c.Id == caseId)));
        var visitor = await product.SignInAs("amina");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await visitor.Open($"/cases/{caseId}")).Status);
    }

    private Task<int> Answers(InformationKind kind) => product.With(db => db.Whole<StoredAnswer>().CountAsync(a => a.CaseId == Oskars && a.Kind == kind));

    private async Task<DateOnly> LastEntry(Guid caseId) =>
        DateOnly.FromDateTime(await product.With(db => db.Journal.Where(e => e.StreamId == caseId && e.Event != Erasure.Event).MaxAsync(e => e.At)));

    private async Task<int> Due(RetentionSchedules schedules, Guid caseId, DateOnly day)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return (await ActivatorUtilities.CreateInstance<CaseErasure>(scope.ServiceProvider, schedules).Due(caseId, day)).Value;
    }

    private async Task<(AuditFlaw, long)?> Broken() =>
        (await product.With(db => AuditVerification.Verify(db, CancellationToken.None))).Finding is { } finding ? (finding.Flaw, finding.Position!.Value) : null;

    private Task<int> Add(JournalText word) => product.With(db =>
    {
        db.Add(word);
        return db.SaveChangesAsync();
    });

    private static RetentionSchedules Schedules(InformationKind kind, int years, int others)
    {
        string Of(string country) => $"country: {country}\nkinds:\n{string.Join('\n', Enum.GetValues<InformationKind>().Select(k =>
            $"  {k}: {{ years: {(k == kind ? years : others)}, rule: a-rule }}"))}\ncopies: {{ years: {others}, rule: a-rule }}\nremark: a-rule";
        return new RetentionSchedules([("se.yaml", Of("se")), ("dk.yaml", Of("dk"))], _ => true);
    }

    public sealed class OnSqlite(SqliteDemo product) : RetentionTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : RetentionTests(product), IClassFixture<PostgresDemo>;
}
