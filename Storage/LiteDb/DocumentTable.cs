namespace AsyncBot.Storage.LiteDb;

/// <summary>The documents of the file and the entries by which slices find them.</summary>
internal sealed class DocumentTable(DatabaseFile file, ReadCache<DocumentState> cache)
{
    /// <exception cref="DocumentDamagedException">It is not what was written.</exception>
    public DocumentState? Find(string key, string kind, string id)
    {
        if (cache.Find(key) is { } known)
            return known;
        return file.Read(DatabaseFile.Documents, key) is { } row ? Remember(Rows.Document(row), kind, id) : null;
    }

    public List<(string Id, DocumentState Document)> Query(WorkspaceId workspace, string kind, (string From, string To) range, bool newest, int take)
    {
        var ids = file.KeysBetween(DatabaseFile.Entries, range.From, range.To, newest, take).ConvertAll(Keys.IdIn);
        var found = new Dictionary<string, DocumentState>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var key in ids.Select(id => Keys.Document(workspace, kind, id)))
            if (cache.Find(key) is { } known)
                found[key] = known;
            else
                missing.Add(key);

        if (missing.Count > 0)
            foreach (var row in file.Read(DatabaseFile.Documents, missing))
            {
                var read = Rows.Document(row);
                found[read.Body.Key] = Remember(read, kind, Keys.IdIn(read.Body.Key));
            }
        return ids.ConvertAll(id => (id, found.TryGetValue(Keys.Document(workspace, kind, id), out var document)
            ? document
            : throw new DocumentDamagedException(kind, id)));
    }

    /// <summary>Writes what changed, inside the transaction of the caller.</summary>
    public void Write(GroupChanges changes)
    {
        var rows = new List<LiteDB.BsonDocument>();
        var gone = new List<string>();
        var entries = new SortedSet<string>(StringComparer.Ordinal);
        var goneEntries = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var change in changes.Documents.OrderBy(change => change.Key, StringComparer.Ordinal))
        {
            if (change.After is not null)
                rows.Add(Rows.Of(change.After));
            else if (change.Before is not null)
                gone.Add(change.Key);

            foreach (var entry in (change.After?.Entries ?? []).Except(change.Before?.Entries ?? [], StringComparer.Ordinal))
                entries.Add(Keys.Entry(change.Workspace, change.Kind, entry, change.Id));
            foreach (var entry in (change.Before?.Entries ?? []).Except(change.After?.Entries ?? [], StringComparer.Ordinal))
                goneEntries.Add(Keys.Entry(change.Workspace, change.Kind, entry, change.Id));
        }
        file.Upsert(DatabaseFile.Documents, rows);
        file.Delete(DatabaseFile.Documents, gone);
        file.Insert(DatabaseFile.Entries, [.. entries.Select(entry => new LiteDB.BsonDocument { ["_id"] = entry })]);
        file.Delete(DatabaseFile.Entries, goneEntries);
    }

    /// <summary>What was committed becomes what everyone reads.</summary>
    public void Publish(GroupChanges changes)
    {
        foreach (var change in changes.Documents)
            if (change.After is not null)
                cache.Set(change.Key, change.After);
            else
                cache.Remove(change.Key);
    }

    /// <summary>The document was removed.</summary>
    public void Forget(string key) => cache.Remove(key);

    private DocumentState Remember(DocumentState read, string kind, string id)
    {
        read.Body.Verify(kind, id);
        cache.Set(read.Body.Key, read);
        return read;
    }
}
