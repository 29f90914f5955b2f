using System.CommandLine;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Commands;

/// <summary><c>audit verify</c>: walks every chain and names the first broken entry.</summary>
internal static class AuditCommand
{
    public static Command Create(string[] args)
    {
        var verify = new Command("verify", "Walks the journal and the access log, and names the first entry that was altered.");
        verify.SetAction(async (_, cancel) =>
        {
            await using var app = await Server.Prepare(args);
            await using var scope = app.Services.CreateAsyncScope();
            var report = await AuditVerification.Verify(scope.ServiceProvider.GetRequiredService<CommonGroundDb>(), cancel);
            Console.WriteLine(report.Sentence);
            return report.Whole ? 0 : 2;
        });
        return new Command("audit", "Evidence of what was changed and what was shown.") { verify };
    }
}
