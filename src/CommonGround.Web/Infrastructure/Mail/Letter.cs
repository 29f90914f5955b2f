using CommonGround.Domain.Cases;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Infrastructure.Mail;

/// <summary>A message as it is sent: in the reader's language, and the same whatever it is about.</summary>
public sealed record Letter(string To, string ToName, string Subject, string Body)
{
    /// <summary>
    /// Says who writes and that there is something, never what: no health, no unit, nobody's case. A template without words of its
    /// own is worded as a plain notice.
    /// </summary>
    public static Letter Of(OutboxMessage message, Person to, string publicAddress, Texts texts)
    {
        var t = texts.In(Languages.Knows(message.Language) ? message.Language : Languages.Fallback);
        var template = t.Has($"mail.{message.Template}.body") ? message.Template : "notice";
        var link = publicAddress + message.Path;
        // On its way through many servers, a protected name is not on the envelope either.
        return new Letter(to.Email ?? "", to.ProtectedIdentity ? "" : to.Name, t[$"mail.{template}.subject"],
            t[$"mail.{template}.body", message.Sender, link, InGroups(message.Code)]);
    }

    /// <summary>A code as it is easiest to read: 123 456.</summary>
    public static string InGroups(string? code) => code is { Length: 6 } ? $"{code[..3]} {code[3..]}" : code ?? "";
}
