using System.Globalization;

namespace CommonGround.Web.Infrastructure.Mail;

/// <summary>
/// Where mail goes out, and the address that its links lead to. <c>COMMONGROUND_SMTP</c> is
/// <c>smtp://[user:password@]host[:port]</c>, or <c>smtps://</c> to demand encryption (STARTTLS); without it, mail stays in the outbox.
/// </summary>
public sealed class MailSettings
{
    public MailSettings(IConfiguration configuration)
    {
        PublicAddress = (configuration["COMMONGROUND_ADDRESS"] is { Length: > 0 } address ? address
            : $"http://localhost:{configuration["COMMONGROUND_PORT"] ?? "5080"}").TrimEnd('/');
        if (configuration["COMMONGROUND_SMTP"] is not { Length: > 0 } smtp)
            return;

        if (!Uri.TryCreate(smtp, UriKind.Absolute, out var server) || server.Scheme is not ("smtp" or "smtps"))
            throw new StartRefusedException("COMMONGROUND_SMTP must read smtp://host:port or smtps://user:password@host:port.");
        From = configuration["COMMONGROUND_MAIL_FROM"] is { Length: > 0 } from ? from
            : throw new StartRefusedException("COMMONGROUND_MAIL_FROM is missing: the address that mail comes from.");
        var user = server.UserInfo.Split(':', 2);
        Smtp = new SmtpServer(server.Host, server.Port > 0 ? server.Port : 587, server.Scheme == "smtps",
            user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null, user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null);
        Every = TimeSpan.FromSeconds(double.Parse(configuration["COMMONGROUND_MAIL_EVERY"] ?? "5", CultureInfo.InvariantCulture));
    }

    /// <summary>What links in mail begin with, e.g. <c>https://plan.region.example</c>.</summary>
    public string PublicAddress { get; }

    /// <summary>Null where mail stays in the outbox.</summary>
    public SmtpServer? Smtp { get; }

    public string From { get; } = "";

    /// <summary>How long between two looks into the outbox.</summary>
    public TimeSpan Every { get; }
}

/// <summary>A mail server.</summary>
public sealed record SmtpServer(string Host, int Port, bool Encrypted, string? User, string? Password);
