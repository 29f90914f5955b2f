using System.CommandLine;
using System.Diagnostics;
using CommonGround.Domain;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Commands;

/// <summary>
/// <c>audit verify</c>: walks every chain and names the first broken entry; 0 when all is whole, 2 when not.
/// <c>audit head</c>: tells where the chains end now, or has it kept outside; 0 when it was, 1 when not, 2 when chains are behind what
/// was kept before.
/// </summary>
internal static class AuditCommand
{
    public static Command Create(string[] args)
    {
        var language = LanguageOption.Create();
        var against = new Option<string?>("--against") { Description = "A file with anchored heads, which must all still be there." };
        var verify = new Command("verify", "Walks the journal and the access log, and names the first entry that was altered.") { against, language };
        verify.SetAction((parsed, cancel) => With(args, parsed.GetRequiredValue(language), (app, texts) =>
            Verify(app.Services.GetRequiredService<PlainDatabase>(), parsed.GetValue(against), texts, Console.Out, Console.Error, cancel)));

        var to = new Option<string?>("--to") { Description = "A file to add a line to, or an address (https://…) to post it to." };
        var head = new Command("head", "Tells where every chain ends now, to be kept outside, where no one who alters the logs comes.") { to, language };
        head.SetAction((parsed, cancel) => With(args, parsed.GetRequiredValue(language), (app, texts) =>
            Head(app.Services.GetRequiredService<Anchoring>(), parsed.GetValue(to), texts, Console.Out, Console.Error, cancel)));
        return new Command("audit", "Evidence of what was changed and what was shown.") { verify, head };
    }

    internal static async Task<int> Verify(
        PlainDatabase database, string? against, Texts texts, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        AnchoredHeads? anchors = null;
        if (against is not null)
        {
            var file = AnchorFile.Read(against);
            if (!file.Succeeded)
                return await Refuse(file.Error!, texts, errors);
            if (file.Value.Anchors.Count == 0)
                return await Refuse(new AnchorLineBroken(against, 1), texts, errors);

            anchors = new AnchoredHeads(file.Value.Anchors);
        }

        var began = Stopwatch.GetTimestamp();
        var report = await AuditVerification.Verify(database, anchors, cancel);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (report.Whole && anchors is not null)
            await output.WriteLineAsync(texts.Count("audit.against", anchors.Anchors, anchors.Chains, texts.Moment(anchors.LastAt)));
        await output.WriteLineAsync(report.Sentence(texts));
        var entries = report.JournalEntries + report.AccessEntries;
        await output.WriteLineAsync(texts["audit.pace", entries, took.ToString("0.0", texts.Culture), (entries / took).ToString("0", texts.Culture)]);
        return report.Whole ? 0 : 2;
    }

    internal static async Task<int> Head(
        Anchoring anchoring, string? to, Texts texts, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (to is null)
        {
            await output.WriteLineAsync(anchoring.Take().Line());
            return 0;
        }

        var target = AnchorTarget.Of(to);
        if (!target.Succeeded)
            return await Refuse(target.Error!, texts, errors);

        var outcome = await anchoring.Keep(target.Value, cancel);
        if (!outcome.Succeeded)
            return await Refuse(outcome.Error!, texts, errors);

        var (anchor, setBack) = outcome.Value;
        await output.WriteLineAsync(texts["audit.anchored", anchor.Chains, target.Value.Name, anchor.Digest]);
        if (setBack == 0)
            return 0;

        await errors.WriteLineAsync(texts.Count("audit.set-back", setBack));
        return 2;
    }

    private static async Task<int> With(string[] args, string language, Func<WebApplication, Texts, Task<int>> act)
    {
        await using var app = await Server.Prepare(args);
        return await act(app, app.Services.GetRequiredService<Texts>().In(language));
    }

    private static async Task<int> Refuse(Error error, Texts texts, TextWriter errors)
    {
        await errors.WriteLineAsync(error switch
        {
            AnchorNotKept not => texts["audit.anchor.not-kept", not.Where, not.Why],
            AnchorFileUnreadable unreadable => texts["audit.anchor.unreadable", unreadable.Path, unreadable.Why],
            AnchorLineBroken broken => texts["audit.anchor.line-broken", broken.Path, broken.Line],
            AnchorBeforeMissing missing => texts["audit.anchor.before-missing", missing.Path, missing.Line],
            AnchorTargetUnknown unknown => texts["audit.anchor.target", unknown.Given],
            _ => error.Name,
        });
        return 1;
    }
}
