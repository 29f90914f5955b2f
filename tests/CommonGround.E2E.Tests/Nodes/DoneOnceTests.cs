using System.Diagnostics;

namespace CommonGround.E2E.Tests.Nodes;

/// <summary>What nodes do by themselves, both of them each second, over the same work: each thing is done once.</summary>
[Collection(BehindAProxy.Name)]
public sealed class DoneOnceTests(NodesBehindProxy nodes)
{
    // Two more rounds of each, in which nothing must come.
    private static readonly TimeSpan Rounds = TimeSpan.FromSeconds(2.5);

    [Fact]
    public async Task Reminders_AreMadeOnce_AndMail_GoesOutOnce_FromWhicheverNode()
    {
        var (yeses, before) = (await EndSoon(), await Notices());
        await Until(async () => await Reminders() >= yeses);
        await Until(async () => await nodes.Ask<long>("select count(*) from outbox_message where sent_at is null") == 0);
        await Task.Delay(Rounds, TestContext.Current.CancellationToken);

        Assert.Equal(yeses, await Reminders());
        // To the citizen, and to whoever coordinates.
        Assert.Equal(2 * yeses, await Notices() - before);

        var letters = nodes.Mail.Received;
        var ids = letters.Select(letter => Header(letter, "Message-ID")).ToList();
        Assert.Equal(await nodes.Ask<long>("select count(*) from outbox_message m join person p on p.id = m.to_person_id where p.email <> ''"), ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(await nodes.Ask<long>("select count(*) from outbox_message"), await nodes.Ask<long>("select sum(attempts) from outbox_message"));
        var senders = letters.CountBy(letter => Header(letter, "From").Contains("one@", StringComparison.Ordinal)).ToDictionary();
        Assert.Equal(2, senders.Count);
        TestContext.Current.SendDiagnosticMessage($"{yeses} yeses that end soon, reminded of once each; {ids.Count} letters, {senders[true]} from one node and {senders[false]} from the other, each once");
    }

    private Task<long> Reminders() => nodes.Ask<long>("select count(*) from consent_reminder");

    private Task<long> Notices() => nodes.Ask<long>("select count(*) from outbox_message where template = 'notice'");

    /// <summary>Every yes of the demo ends in five days; how many.</summary>
    private Task<long> EndSoon() => nodes.Ask<long>("""
        with ending as (
          update consent set until = now() + interval '5 days'
          where withdrawn_at is null and until > now() and case_id in (select id from "case" where closed_at is null)
            and id not in (select consent_id from consent_reminder)
          returning id)
        select count(*) from ending
        """);

    private static string Header(string letter, string name) =>
        letter.Split('\n').First(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Trim();

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var clock = Stopwatch.StartNew(); !await isSo(); await Task.Delay(100))
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), "It was not done.");
    }
}
