namespace CommonGround.Web.Infrastructure;

/// <summary>What an organisation settles about its pages. Configuration section <c>CommonGround</c>.</summary>
public sealed class HouseUiOptions
{
    /// <summary>IANA name of the time that people there live by. Stored instants are UTC whatever it says.</summary>
    public string TimeZone { get; set; } = "Europe/Stockholm";

    /// <summary>For visitors whose browser asks for none of our languages.</summary>
    public string Language { get; set; } = "en";

    /// <summary>
    /// Sign-in providers that a form may lead on to. Browsers count a redirect after a form post
    /// as the form's own target, so the content security policy must name them.
    /// </summary>
    public IList<string> SignInOrigins { get; } = [];
}
