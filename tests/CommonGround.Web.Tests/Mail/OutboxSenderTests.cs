using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Mail;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommonGround.Web.Tests.Mail;

public abstract class OutboxSenderTests(RunningProduct product)
{
    [Fact]
    public async Task SendDue_ByManyAtOnce_SendsEachOnce_AndForgetsLinkAndCode()
    {
        await using var server = new ReceivingServer();
        var ids = await Put(8);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sender(server).SendDue(CancellationToken.None)));

        Assert.Equal(ids.Count, sent.Sum());
        Assert.Equal(ids.Count, server.Received.Count);
        Assert.Equal(ids.Count, server.Received.Select(r => r.Split('\n').Single(l => l.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))).Distinct().Count());
        var kept = await product.With(db => db.Outbox.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync());
        Assert.All(kept, m => Assert.NotNull(m.SentAt));
        Assert.All(kept, m => Assert.Null(m.Code));
        Assert.All(kept, m => Assert.Empty(m.Path));
        Assert.Equal(0, await Sender(server).SendDue(CancellationToken.None));
    }

    [Fact]
    public async Task SendDue_ServerIsBusy_WaitsLongerEachTime_AndThenSends()
    {
        await using var server = new ReceivingServer { Busy = true };
        var id = (await Put(1)).Single();
        Assert.Equal(0, await Sender(server).SendDue(CancellationToken.None));
        var first = (await One(id)).NotBefore - Now;
        product.Clock.Advance(first);
        Assert.Equal(0, await Sender(server).SendDue(CancellationToken.None));
        var second = (await One(id)).NotBefore - Now;
        Assert.True(second > first, $"{first} {second}");

        server.Busy = false;
        Assert.Equal(0, await Sender(server).SendDue(CancellationToken.None));
        product.Clock.Advance(second);
        Assert.Equal(1, await Sender(server).SendDue(CancellationToken.None));
    }

    [Fact]
    public async Task SendDue_WhoStoppedHalfway_IsTakenOverWhenTheLeaseEnds()
    {
        await using var server = new ReceivingServer();
        var id = (await Put(1)).Single();
        var until = Now + OutboxSender.Lease;
        await product.With(db => db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Attempts, 1).SetProperty(m => m.NotBefore, until)));

        Assert.Equal(0, await Sender(server).SendDue(CancellationToken.None));
        product.Clock.Advance(OutboxSender.Lease);
        Assert.Equal(1, await Sender(server).SendDue(CancellationToken.None));
    }

    [Fact]
    public async Task ALookThatBreaks_ByWhateverItIs_IsFollowedByTheNext()
    {
        await using var server = new ReceivingServer();
        var scopes = new BreaksFirst(product.Services.GetRequiredService<IServiceScopeFactory>());
        using var sender = Sender(server, scopes, every: "1");
        await sender.StartAsync(CancellationToken.None);

        for (var waited = 0; waited < 100 && scopes.Asked < 2; waited++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        var stillRuns = sender.ExecuteTask!.Status is TaskStatus.WaitingForActivation;
        await sender.StopAsync(CancellationToken.None);

        Assert.True(scopes.Asked >= 2 && stillRuns, $"{scopes.Asked}, {sender.ExecuteTask.Exception?.InnerException?.GetType().Name}");
    }

    /// <summary>As something breaks that nobody thought of.</summary>
    private sealed class BreaksFirst(IServiceScopeFactory scopes) : IServiceScopeFactory
    {
        public int Asked { get; private set; }

        public IServiceScope CreateScope() => Asked++ > 0 ? scopes.CreateScope() : throw new KeyNotFoundException("on purpose");
    }

    private DateTime Now => product.Clock.GetUtcNow().UtcDateTime;

    private OutboxSender Sender(ReceivingServer server, IServiceScopeFactory? scopes = null, string every = "60") => new(
        scopes ?? product.Services.GetRequiredService<IServiceScopeFactory>(),
        new MailSettings(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["COMMONGROUND_SMTP"] = $"smtp://127.0.0.1:{server.Port}", ["COMMONGROUND_MAIL_FROM"] = "plan@region.example", ["COMMONGROUND_MAIL_EVERY"] = every,
        }).Build()),
        product.Services.GetRequiredService<Texts>(), product.Clock, product.Services.GetRequiredService<ILogger<OutboxSender>>());

    private async Task<List<Guid>> Put(int count)
    {
        // What other tests left behind is not this test's to send.
        await product.With(db => db.Outbox.ExecuteDeleteAsync());
        return await product.With(async db =>
        {
            var messages = Enumerable.Range(0, count).Select(_ => new OutboxMessage
            {
                Id = Guid.CreateVersion7(), ToPersonId = CaseScene.Sara, Template = "invitation", Language = "sv", Path = "/invitation/x",
                Sender = "Amina Nord, Region Norrstrand", Code = "123456", CreatedAt = Now, NotBefore = Now,
            }).ToList();
            db.Outbox.AddRange(messages);
            await db.SaveChangesAsync();
            return messages.Select(m => m.Id).ToList();
        });
    }

    private Task<OutboxMessage> One(Guid id) => product.With(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id));

    public sealed class OnSqlite(SqliteDemo product) : OutboxSenderTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : OutboxSenderTests(product), IClassFixture<PostgresDemo>;
}
