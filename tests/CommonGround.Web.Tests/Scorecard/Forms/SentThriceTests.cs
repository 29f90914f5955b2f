using CommonGround.Scorecard;
using CommonGround.Testing.Databases;
using CommonGround.Testing.Product;
using CommonGround.Web.Tests.Meetings;

namespace CommonGround.Web.Tests.Scorecard.Forms;

/// <summary>
/// Every form that the product takes is sent three times, as its page made it, to two nodes: the database holds after the third what it held
/// after the first, and all three answers lead to the same place.
/// </summary>
[ScorecardRow("R4")]
[OnOneDatabase("SQLite has one process.")]
public sealed class SentThriceTests
{
    /// <summary>Tests whose own matter is what can be done once, or how often someone signed in, tried or looked: they end there.</summary>
    private static readonly string[] AboutOnce =
    [
        "SignIn_", "ChangingThePassword_", "Redeem_TheSameFormTwice_", "SomebodyElsesSession_", "ATakenForm_SentToACaseOfOthers_", "InAnEmergency_TheCaseIsFound",
    ];

    [Fact]
    public async Task EveryForm_SentThriceOverTwoNodes_HasOneEffect()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        var (forms, ended) = (new List<SentForm>(), new List<string>());
        IReadOnlySet<string> handlers;
        await using (var product = await SendingThrice.Start())
        {
            handlers = await PostHandlers.Of(product.Services);
            await new OtherForms(product).All();
            foreach (var journey in Journeys.Few)
                await journey(product);
            forms.AddRange(product.Sent.All);
        }

        foreach (var (type, tests) in Volume.IsFull ? Journeys.All : [])
        {
            await using var product = await SendingThrice.Start();
            foreach (var test in tests)
            {
                try
                {
                    await Journeys.Run(test, type, product);
                }
                catch (Exception e)
                {
                    ended.Add($"{type.DeclaringType!.Name}.{test.Name}: {e.Message.Split('\n')[0]}");
                }
            }

            forms.AddRange(product.Sent.All);
        }

        var reached = forms.Where(f => f.HadEffect || Excuses.ChangesNothing.ContainsKey(f.Handler)).Select(f => f.Handler).ToHashSet();
        var missing = handlers.Except(reached).Except(Excuses.LeftOut.Keys).Order().ToList();
        var faults = forms.Select(Excuses.Fault).OfType<string>().ToList();
        Figure.Report("R4", $"{forms.Count} forms sent three times over two nodes, {forms.Count(f => f.HadEffect)} with an effect, {forms.Sum(f => f.JournalLines)} journal lines: {reached.Count} of {handlers.Count} handlers reached ({Excuses.LeftOut.Count} left out by name, {missing.Count} missing), {faults.Count} forms with another effect or answer");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.True(missing.Count == 0, $"Sent by nobody with an effect:\n{string.Join('\n', missing)}");
        Assert.Empty(Excuses.Named.Except(handlers));
        Assert.Empty(ended.Where(e => !AboutOnce.Any(e.Contains)));
    }

    /// <summary>The negative control: a product that forgets what it has taken is seen to do it once more.</summary>
    [Fact]
    public async Task WithoutReceipts_TheSecondEffectIsSeen()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var product = await SendingThrice.Start(withoutReceipts: true);
        var scene = await MeetingScene.Set(product);
        await scene.Proposed();

        var form = Assert.Single(product.Sent.All);
        Assert.Equal("Meetings/ProposeMeeting/ProposeMeeting", form.Handler);
        Assert.Superset(new HashSet<string> { "meeting", "journal_entry", "outbox_message", "command_done" }, form.ChangedAgain.ToHashSet());
        Assert.NotNull(Excuses.Fault(form));
    }
}
