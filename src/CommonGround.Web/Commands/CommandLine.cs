using System.CommandLine;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Commands;

/// <summary>What the program can be asked to do.</summary>
internal static class CommandLine
{
    public static RootCommand Root(string[] args)
    {
        var root = new RootCommand("CommonGround: from the first sick note to a sustained return to work.")
        {
            // The host reads --environment, --urls and the like itself.
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction((_, cancel) => Serve(args, cancel));
        root.Subcommands.Add(AccountCommand.Create(args));
        root.Subcommands.Add(AuditCommand.Create(args));
        root.Subcommands.Add(ImportCommand.Create(args));
        root.Subcommands.Add(ContentCommand.Create());
        root.Subcommands.Add(RetentionCommand.Create(args));
        return root;
    }

    private static async Task<int> Serve(string[] args, CancellationToken cancel)
    {
        try
        {
            await using var app = await Server.PrepareToServe(args);
            if (app.Services.GetRequiredService<DemoMode>().On)
                app.Lifetime.ApplicationStarted.Register(() => Welcome(app));
            await app.RunAsync(cancel);
            return 0;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static void Welcome(WebApplication app) => app.Services.GetRequiredService<TextWriter>().WriteLine(
        DemoWelcome.Text(app.Services.GetRequiredService<DemoFile>(), app.Urls, app.Services.GetRequiredService<Texts>()));
}
