namespace CommonGround.Web.Tests.Scorecard.Forms;

/// <summary>What R4 does not hold a form to, by its handler, and why.</summary>
internal static class Excuses
{
    /// <summary>Not sent.</summary>
    public static IReadOnlyDictionary<string, string> LeftOut { get; } = new Dictionary<string, string>
    {
        ["Demo/SignInAs/SignInAs"] = "Everyone here comes in by it, again and again; it is of the demo alone.",
        ["Gallery/Parts"] = "Parts to look at: it stores nothing.",
        ["Gallery/Parts Draft"] = "Parts to look at: it stores nothing.",
        ["Errors/Status"] = "What a refused form is answered with; it stores nothing.",
        ["MyAccount/AddPasskey/AddPasskey"] = "The browser's authenticator signs it for one challenge, which is used once.",
        ["MyAccount/AddPasskey/AddPasskey Ask"] = "A script asks for the challenge; no form does.",
        ["SignIn/SignIn Passkey"] = "The browser's authenticator signs it for one challenge, which is used once.",
        ["SignIn/SignIn Ask"] = "A script asks for the challenge; no form does.",
    };

    /// <summary>Sent, and nothing is to change by it.</summary>
    public static IReadOnlyDictionary<string, string> ChangesNothing { get; } = new Dictionary<string, string>
    {
        ["Emergency/FindInEmergency/FindInEmergency"] = "Whether there is a case: nothing is opened yet.",
        ["Plans/EditPlan/EditPlan Add"] = "One more line to write in.",
        ["Meetings/PrepareMeeting/PrepareMeeting Preview"] = "How the others will read it.",
        ["Sharing/ChangeConsent/ChangeConsent"] = "What opens and what closes.",
        ["Sharing/ChangeConsent/ChangeConsent Back"] = "Back from that.",
        ["Sharing/EnterConsent/EnterConsent"] = "The words of the yes.",
        ["Sharing/EnterConsent/EnterConsent Change"] = "Back from them.",
    };

    private static readonly Dictionary<string, (string[] Tables, bool Answers, string Why)> Again = new()
    {
        ["SignIn/SignIn"] = (["session", "security_event", "sign_in_tries", "account", "outbox_message"], true, "Each try counts, and a code opens once."),
        ["SignIn/SignOut"] = ([], true, "The token was that of whoever was signed in."),
        ["Invitations/Redeem/Redeem"] = (["session", "security_event", "invitation", "account_invitation"], false, "Whoever reads the answer is signed in by it; each wrong code counts."),
        ["SickNotes/Upload/Upload"] = (["command_done"], false, "A batch has a receipt of its own; what makes it harmless is the certificate."),
        ["MyAccount/SetAuthenticator/SetAuthenticator"] = ([], true, "The codes are shown once, and then the page for new ones."),
    };

    public static IReadOnlyCollection<string> Named { get; } = [.. LeftOut.Keys, .. ChangesNothing.Keys, .. Again.Keys];

    /// <summary>What is amiss with a form that was sent three times; null where nothing is, or it is excused.</summary>
    public static string? Fault(SentForm form)
    {
        var (tables, answers, _) = Again.GetValueOrDefault(form.Handler, ([], false, ""));
        var more = form.ChangedAgain.Except(tables).ToList();
        return more.Count > 0 ? $"{form.Handler} at {form.Address}: changed once more in {string.Join(", ", more)}"
            : form.Replies.Any(r => (int)r.Status >= 500) || (!answers && form.Replies.Distinct().Count() > 1)
                ? $"{form.Handler} at {form.Address}: answered {string.Join("; ", form.Replies)}"
            : ChangesNothing.ContainsKey(form.Handler) && form.HadEffect ? $"{form.Handler} at {form.Address}: changed something in {string.Join(", ", form.Changed)}"
            : null;
    }
}
